-- The slot grid over feasible starts: every instant whose wall clock shows p_offset plus a multiple of
-- p_interval since midnight. Both passes of a repeated hour count; times that a zone skips do not exist. On
-- dates without a change of offset it is plain arithmetic; on the others the offsets before and after are
-- tried, and a start is kept if the clock really shows that time.
create or replace function booking.grid_starts(
    p_starts tstzmultirange,
    p_clock booking.clock,
    p_interval interval,
    p_offset interval
)
returns table (starts_at timestamptz)
language sql
stable
as $function$
    with local_range as (
        -- each range with each of the local dates it touches
        select
            r.during, d.on_date, (p_clock).utc_offsets[d.on_date - (p_clock).first_on + 1] as utc_offset
        from unnest(p_starts) as r (during)
        cross join lateral booking.dates(
            (lower(r.during) at time zone (p_clock).time_zone)::date,
            (upper(r.during) at time zone (p_clock).time_zone)::date
        ) as d
    ),

    piece as (
        select
            r.during,
            r.utc_offset is not null as is_regular,
            o.utc_offset,
            r.on_date + p_offset as first_local,
            -- numbers of the first and the last slot of this day that can lie in this range
            greatest(0, ceil(
                extract(epoch from (lower(r.during) at time zone 'UTC') + o.utc_offset - (r.on_date + p_offset))
                / extract(epoch from p_interval)
            )) as first_no,
            least(
                ceil(extract(epoch from interval '24:00' - p_offset) / extract(epoch from p_interval)) - 1,
                floor(
                    extract(epoch from (upper(r.during) at time zone 'UTC') + o.utc_offset - (r.on_date + p_offset))
                    / extract(epoch from p_interval)
                )
            ) as last_no
        from local_range as r
        cross join lateral (
            select r.utc_offset
            where r.utc_offset is not null
            union all
            (
                select booking.utc_offset(r.on_date::timestamp at time zone 'UTC' - interval '38:00', (p_clock).time_zone)
                where r.utc_offset is null
                union
                select booking.utc_offset(r.on_date::timestamp at time zone 'UTC' + interval '60:00', (p_clock).time_zone)
                where r.utc_offset is null
            )
        ) as o (utc_offset)
    )

    select (g.local - p.utc_offset) at time zone 'UTC'
    from piece as p
    cross join lateral generate_series(
        p.first_local + p.first_no::double precision * p_interval,
        p.first_local + p.last_no::double precision * p_interval,
        p_interval
    ) as g (local)
    where
        p.during @> ((g.local - p.utc_offset) at time zone 'UTC')
        and (p.is_regular or ((g.local - p.utc_offset) at time zone 'UTC') at time zone (p_clock).time_zone = g.local)
$function$;

comment on function booking.grid_starts(tstzmultirange, booking.clock, interval, interval) is
'The instants of a clock''s grid that lie in a multirange. Unordered.';
