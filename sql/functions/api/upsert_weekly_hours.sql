create or replace function booking_v1.upsert_weekly_hours(
    p_resource_id uuid,
    p_weekday integer,
    p_start_time time,
    p_end_time time,
    p_valid_from date default null,
    p_valid_until date default null,
    p_preference integer default 0,
    p_weekly_hours_id uuid default null
)
returns table (weekly_hours_id uuid)
language sql
volatile
as $function$
    select booking.upsert_weekly_hours(
        booking.caller_tenant_id(), booking.caller(), p_resource_id, p_weekday, p_start_time,
        p_end_time, p_valid_from, p_valid_until, p_preference, p_weekly_hours_id
    )
$function$;

comment on function booking_v1.upsert_weekly_hours(uuid, integer, time, time, date, date, integer, uuid) is
'Adds weekly hours of a resource, or replaces those with that id or, without one, of the same times; returns the id.

p_weekday: the day on which they begin, 0 (Sunday) to 6.
p_start_time, p_end_time: local, in the resource''s zone; an end not after the start lies on the next day.
p_valid_from, p_valid_until: first and last date on which they begin; null: no bound.
p_preference: -100 to 100; where any of several resources will do, the highest at that time is taken.
p_weekly_hours_id: an id that the tenant does not have: new hours with this id.
Hours may overlap: they add up, and the highest preference counts.
Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises invalid_argument, not_found, not_authenticated.';
