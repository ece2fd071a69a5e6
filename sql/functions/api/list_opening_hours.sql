create or replace function booking_v1.list_opening_hours()
returns table (opening_hours_id uuid, weekday integer, start_time time, end_time time)
language sql
stable
as $function$
    select h.opening_hours_id, h.weekday, h.start_time, h.end_time
    from booking.list_opening_hours(booking.caller_tenant_id(), booking.caller()) as h
$function$;

comment on function booking_v1.list_opening_hours() is
'Opening hours of the tenant, by weekday and time, in its zone.

No row: opening hours restrict nothing.
Raises not_authenticated.';
