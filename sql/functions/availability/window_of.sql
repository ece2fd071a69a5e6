create or replace function booking.window_of(
    p_starts tstzmultirange,
    p_before interval,
    p_duration interval,
    p_after interval
)
returns tstzrange
language sql
stable parallel safe
as $function$
    select tstzrange(lower(p_starts) - p_before, upper(p_starts) + p_duration + p_after, '[]')
$function$;

comment on function booking.window_of(tstzmultirange, interval, interval, interval) is
'All time that bookings with these starts can touch, buffers included.';
