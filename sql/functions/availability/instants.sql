-- Each stretch by itself, and only then their union: on the night of a clock change the order of wall-clock
-- times is not the order of instants, and between 2:00 and 2:30 there may be nothing. Around a short window
-- in which no clock changes it is plain subtraction. Three looks suffice to know that, since no zone changes
-- its offset twice within four days (the soak tests look at all of them).
create or replace function booking.instants(p_local tsrange[], p_time_zone text, p_window tstzrange)
returns tstzmultirange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_offset interval;
begin
    if p_local is null then
        return '{}';
    end if;
    if upper(p_window) - lower(p_window) <= interval '24:00' then
        v_offset := booking.utc_offset(lower(p_window) - interval '84:00', p_time_zone);
        if v_offset = booking.utc_offset(lower(p_window), p_time_zone)
            and v_offset = booking.utc_offset(lower(p_window) + interval '84:00', p_time_zone)
        then
            return (
                select range_agg(
                    tstzrange(
                        (lower(l.during) - v_offset) at time zone 'UTC',
                        (upper(l.during) - v_offset) at time zone 'UTC'
                    )
                )
                from unnest(p_local) as l (during)
            );
        end if;
    end if;
    return (
        select range_agg(tstzrange(i.starts_at, greatest(i.starts_at, i.ends_at)))
        from (
            select
                booking.resolve_local(lower(l.during), p_time_zone) as starts_at,
                booking.resolve_local(upper(l.during), p_time_zone) as ends_at
            from unnest(p_local) as l (during)
            offset 0 -- each bound is resolved once
        ) as i
    );
end
$function$;

comment on function booking.instants(tsrange[], text, tstzrange) is
'The time that stretches of a zone''s wall-clock time, in or around a window, take; null: none.';
