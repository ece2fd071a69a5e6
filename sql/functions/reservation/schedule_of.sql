-- The columns of a booking that a reschedule changes, as its events record them.
create or replace function booking.schedule_of(p_booking booking.booking)
returns jsonb
language sql
stable
as $function$
    select jsonb_build_object(
        'starts_at', (p_booking).starts_at,
        'ends_at', (p_booking).ends_at,
        'starts_local', (p_booking).starts_local,
        'time_zone', (p_booking).time_zone,
        'resource_ids', (p_booking).resource_ids,
        'status', (p_booking).status
    )
$function$;

comment on function booking.schedule_of(booking.booking) is 'When, where and by whom: for events.';
