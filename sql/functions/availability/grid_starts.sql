-- The slot grid over feasible starts: every instant whose wall clock shows p_offset plus a multiple of
-- p_interval since midnight. Both passes of a repeated hour count; times that a zone skips do not exist.
-- On days without a change of offset it is plain arithmetic; on the others each offset in force is tried,
-- and kept if the clock really shows that time.
create or replace function booking.grid_starts(
    p_starts tstzmultirange,
    p_window tstzrange,
    p_time_zone text,
    p_interval interval,
    p_offset interval
)
returns table (starts_at timestamptz)
language sql
stable
as $function$
    with day as materialized (
        select d.on_date, d.on_date + p_offset as first_local, d.utc_offset is not null as is_regular, o.utc_offset
        from booking.local_days(p_time_zone, p_window) as d
        cross join lateral (
            select coalesce(d.utc_offset, booking.utc_offset(d.starts_at, p_time_zone)) as utc_offset
            union
            select coalesce(d.utc_offset, booking.utc_offset(d.ends_at, p_time_zone))
        ) as o
    ),

    -- each range with the local dates it touches: joined by date, not by overlap
    local_range as materialized (
        select f.during, (lower(f.during) at time zone p_time_zone)::date + n.i as on_date
        from unnest(p_starts) as f (during)
        cross join lateral generate_series(
            0,
            (upper(f.during) at time zone p_time_zone)::date
            - (lower(f.during) at time zone p_time_zone)::date
        ) as n (i)
    ),

    piece as (
        select
            f.during,
            d.is_regular,
            d.first_local,
            d.utc_offset,
            -- numbers of the first and the last slot of this day that can lie in this range
            greatest(0, ceil(
                extract(epoch from (lower(f.during) at time zone 'UTC') + d.utc_offset - d.first_local)
                / extract(epoch from p_interval)
            ))::integer as first_no,
            least(
                ceil(extract(epoch from interval '24:00' - p_offset) / extract(epoch from p_interval)) - 1,
                floor(
                    extract(epoch from (upper(f.during) at time zone 'UTC') + d.utc_offset - d.first_local)
                    / extract(epoch from p_interval)
                )
            )::integer as last_no
        from local_range as f
        join day as d on d.on_date = f.on_date
    )

    select g.starts_at
    from piece as p
    cross join lateral (
        select
            p.first_local + n.i * p_interval as local,
            (p.first_local + n.i * p_interval - p.utc_offset) at time zone 'UTC' as starts_at
        from generate_series(p.first_no, p.last_no) as n (i)
    ) as g
    where p.during @> g.starts_at and (p.is_regular or g.starts_at at time zone p_time_zone = g.local)
$function$;

comment on function booking.grid_starts(tstzmultirange, tstzrange, text, interval, interval) is
'The instants of a zone''s wall-clock grid that lie in a multirange within a window. Unordered.';
