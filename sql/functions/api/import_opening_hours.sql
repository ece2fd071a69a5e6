create or replace function booking_v1.import_opening_hours(p_hours jsonb)
returns table (opening_hours_id uuid, weekday integer, start_time time, end_time time)
language sql
volatile
as $function$
    select booking.import_opening_hours(booking.caller_tenant_id(), booking.caller(), p_hours);
    select h.opening_hours_id, h.weekday, h.start_time, h.end_time
    from booking.list_opening_hours(booking.caller_tenant_id(), booking.caller(), 10000, null) as h
$function$;

comment on function booking_v1.import_opening_hours(jsonb) is
'Replaces all opening hours of the tenant by one week; returns them.

p_hours: {"1": {"is_open": true, "start_time": "09:00", "end_time": "18:00"}, …}, 0 = Sunday. A day that is
missing or has is_open false is closed; a day may have a list of such windows. Times as in
upsert_opening_hours. At least one day must be open, since no opening hours at all restrict nothing.
Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises not_authenticated; invalid_argument, which names the path at fault: p_hours.1.start_time.';
