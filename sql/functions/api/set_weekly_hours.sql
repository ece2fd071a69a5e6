create or replace function booking_v1.set_weekly_hours(p_resource_id uuid, p_hours jsonb)
returns table (
    weekly_hours_id uuid, resource_id uuid, weekday integer, start_time time, end_time time,
    valid_from date, valid_until date, preference integer
)
language sql
volatile
as $function$
    select booking.set_weekly_hours(booking.caller_tenant_id(), booking.caller(), p_resource_id, p_hours);
    select
        h.weekly_hours_id, h.resource_id, h.weekday, h.start_time, h.end_time, h.valid_from, h.valid_until,
        h.preference
    from booking.list_weekly_hours(
        booking.caller_tenant_id(), booking.caller(), p_resource_id, 10000, null
    ) as h
$function$;

comment on function booking_v1.set_weekly_hours(uuid, jsonb) is
'Replaces all weekly hours of a resource by one week, valid without bounds; returns them.

p_hours: {"1": {"is_open": true, "start_time": "09:00", "end_time": "18:00"}, …}, 0 = Sunday. A day that is
missing or has is_open false is free; a day may have a list of such windows; {}: never at work. Times as in
upsert_weekly_hours.
Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises not_found, not_authenticated; invalid_argument, which names the path at fault: p_hours.1.start_time.';
