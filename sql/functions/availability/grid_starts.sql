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
        offset 0 -- the offset is looked up once
    ),

    piece as (
        -- the grid's midnight by each offset that may be in force, and the end of its day
        select
            r.during,
            r.utc_offset is not null as is_regular,
            o.utc_offset,
            (r.on_date - o.utc_offset) at time zone 'UTC' as midnight
        from local_range as r
        cross join lateral (
            select coalesce(
                r.utc_offset,
                booking.utc_offset(r.on_date::timestamp at time zone 'UTC' - interval '38:00', (p_clock).time_zone)
            )
            union all
            select booking.utc_offset(r.on_date::timestamp at time zone 'UTC' + interval '60:00', (p_clock).time_zone)
            where r.utc_offset is null
        ) as o (utc_offset)
        offset 0
    )

    select g.starts_at
    from piece as p
    cross join lateral generate_series(
        -- the first time of the grid that is not before the range
        greatest(
            p.midnight + p_offset,
            date_bin(p_interval, lower(p.during) - interval '1 microsecond', p.midnight + p_offset) + p_interval
        ),
        least(upper(p.during), p.midnight + interval '24:00' - interval '1 microsecond'),
        p_interval
    ) as g (starts_at)
    where
        p.during @> g.starts_at
        and (
            p.is_regular
            or booking.utc_offset(g.starts_at, (p_clock).time_zone) = p.utc_offset
        )
$function$;

comment on function booking.grid_starts(tstzmultirange, booking.clock, interval, interval) is
'The instants of a clock''s grid that lie in a multirange. Unordered.';
