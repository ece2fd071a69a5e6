-- The grid around a window. While an interval divides a day and all offsets from UTC leave the same rest when divided
-- by it, the clock shows a time of the grid again after each interval, even if it is changed meanwhile: one piece for
-- all time. Else each date is a piece, from its midnight on; around a change of the clock one for each offset, of
-- which those starts count at which the clock has that offset. A look every four days finds all offsets, since no
-- zone changes twice within five (see booking.clock_of); one that is not of the window does no harm.
create or replace function booking.grid_of(
    p_time_zone text,
    p_window tstzrange,
    p_interval interval,
    p_offset interval
)
returns booking.grid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_step numeric := extract(epoch from p_interval);
    v_utc_offsets interval[] := array(
        select distinct booking.utc_offset(i.instant, p_time_zone)
        from generate_series(
            lower(p_window) - interval '48:00', upper(p_window) + interval '144:00', interval '96:00'
        ) as i (instant)
    );
    v_is_even boolean;
    v_clock booking.clock;
    v_pieces booking.grid_piece[];
begin
    v_is_even := 86400 % v_step = 0;
    if v_is_even and cardinality(v_utc_offsets) > 1 then
        v_is_even := (
            select count(distinct extract(epoch from o.utc_offset) % v_step) = 1
            from unnest(v_utc_offsets) as o (utc_offset)
        );
    end if;
    if v_is_even then
        v_pieces := array[(
            timestamptz '2001-01-01 00:00Z' + p_offset - v_utc_offsets[1], tstzrange(null, null), null
        )::booking.grid_piece];
    else
        v_clock := booking.clock_of(p_time_zone => p_time_zone, p_window => p_window);
        v_pieces := array(
            select
                (
                    m.midnight + p_offset, tstzrange(m.midnight + p_offset, m.midnight + interval '24:00'),
                    case when d.utc_offset is null then o.utc_offset end
                )::booking.grid_piece
            from unnest(v_clock.utc_offsets) with ordinality as d (utc_offset, position)
            cross join lateral unnest(
                case when d.utc_offset is null then v_utc_offsets else array[d.utc_offset] end
            ) as o (utc_offset)
            cross join lateral (
                values ((v_clock.first_on + d.position::integer - 1 - o.utc_offset) at time zone 'UTC')
            ) as m (midnight)
        );
    end if;
    return (p_time_zone, p_interval, v_pieces)::booking.grid;
end
$function$;

comment on function booking.grid_of(text, tstzrange, interval, interval) is
'The slot grid of a zone around a window: p_offset plus multiples of p_interval since midnight. p_offset is less than '
'p_interval.';
