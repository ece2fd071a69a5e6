create or replace function booking_v1.upsert_opening_hours(
    p_weekday integer,
    p_start_time time,
    p_end_time time,
    p_opening_hours_id uuid default null
)
returns table (opening_hours_id uuid)
language sql
volatile
as $function$
    select booking.upsert_opening_hours(
        booking.caller_tenant_id(), booking.caller(), p_weekday, p_start_time, p_end_time,
        p_opening_hours_id
    )
$function$;

comment on function booking_v1.upsert_opening_hours(integer, time, time, uuid) is
'Adds opening hours, or replaces those with that id or, without one, of the same weekday and start; returns the id.

p_weekday: the day on which they begin, 0 (Sunday) to 6.
p_start_time, p_end_time: local, in the tenant''s zone; an end not after the start lies on the next day.
p_opening_hours_id: an id that the tenant does not have: new hours with this id.
Hours may overlap: they add up. The first ones close all other time: without any, nothing is restricted.
Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises invalid_argument, not_authenticated.';
