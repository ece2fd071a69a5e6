-- Each stretch by itself, and only then their union: on the night of a clock change the order of wall-clock
-- times is not the order of instants, and between 2:00 and 2:30 there may be nothing.
create or replace function booking.instants(p_local tsrange[], p_clock booking.clock)
returns tstzmultirange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_time_zone text := p_clock.time_zone;
    v_first date := p_clock.first_on - 1;
    v_offsets interval[] := p_clock.utc_offsets;
begin
    if p_local is null then
        return tstzmultirange '{}';
    end if;
    return (
        select range_agg(tstzrange(i.starts_at, greatest(i.starts_at, i.ends_at)))
        from (
            select
                booking.local_instant(
                    lower(l.during), v_time_zone, v_offsets[lower(l.during)::date - v_first]
                ) as starts_at,
                booking.local_instant(
                    upper(l.during), v_time_zone, v_offsets[upper(l.during)::date - v_first]
                ) as ends_at
            from unnest(p_local) as l (during)
            offset 0 -- each bound is resolved once
        ) as i
    );
end
$function$;

comment on function booking.instants(tsrange[], booking.clock) is
'The time that stretches of wall-clock time take, in one multirange; null: none.';
