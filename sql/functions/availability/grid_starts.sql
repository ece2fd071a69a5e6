-- The slot grid over feasible starts: every instant whose wall clock shows p_offset plus a multiple of
-- p_interval since midnight. Both passes of a repeated hour count; times that a zone skips do not exist. While
-- the offset from UTC stays the same it is plain arithmetic, through all dates if the interval divides a day, and
-- else from midnight to midnight. On dates that may have two offsets both are tried, and a start is kept if the
-- clock really shows that time.
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
    with day as (
        select (p_clock).first_on + o.position::integer - 1 as on_date, o.utc_offset
        from unnest((p_clock).utc_offsets) with ordinality as o (utc_offset, position)
    ),

    span as (
        -- dates in a row with one offset
        select min(d.on_date) as first_on, max(d.on_date) as last_on, d.utc_offset, true as is_regular
        from (
            select
                d.on_date, d.utc_offset,
                case
                    when extract(epoch from interval '24:00') % extract(epoch from p_interval) <> 0 then d.on_date
                    else d.on_date - row_number() over (partition by d.utc_offset order by d.on_date)::integer
                end as row_of
            from day as d
            where d.utc_offset is not null
        ) as d
        group by d.utc_offset, d.row_of
        union all
        select d.on_date, d.on_date, o.utc_offset, false
        from day as d
        cross join lateral (
            values
            (booking.utc_offset(d.on_date::timestamp at time zone 'UTC' - interval '38:00', (p_clock).time_zone)),
            (booking.utc_offset(d.on_date::timestamp at time zone 'UTC' + interval '60:00', (p_clock).time_zone))
        ) as o (utc_offset)
        where d.utc_offset is null
    ),

    piece as (
        select m.midnight, s.utc_offset, s.is_regular, r.during
        from span as s
        cross join lateral (
            select
                (s.first_on - s.utc_offset) at time zone 'UTC' as midnight,
                (s.last_on + 1 - s.utc_offset) at time zone 'UTC' as end_at
            offset 0
        ) as m
        cross join lateral unnest(p_starts * tstzmultirange(tstzrange(m.midnight, m.end_at))) as r (during)
    )

    select g.starts_at
    from piece as p
    cross join lateral generate_series(
        -- the first time of the grid that is not before the range
        greatest(
            p.midnight + p_offset,
            date_bin(
                p_interval,
                case when lower_inc(p.during) then lower(p.during) - interval '1 microsecond' else lower(p.during) end,
                p.midnight + p_offset
            ) + p_interval
        ),
        case when upper_inc(p.during) then upper(p.during) else upper(p.during) - interval '1 microsecond' end,
        p_interval
    ) as g (starts_at)
    where p.is_regular or booking.utc_offset(g.starts_at, (p_clock).time_zone) = p.utc_offset
$function$;

comment on function booking.grid_starts(tstzmultirange, booking.clock, interval, interval) is
'The instants of a clock''s grid that lie in a multirange. p_offset is less than p_interval. Unordered.';
