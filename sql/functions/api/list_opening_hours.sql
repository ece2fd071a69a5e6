create or replace function booking_v1.list_opening_hours(p_limit integer default 1000, p_after uuid default null)
returns table (opening_hours_id uuid, weekday integer, start_time time, end_time time)
language sql
stable
as $function$
    select h.opening_hours_id, h.weekday, h.start_time, h.end_time
    from booking.list_opening_hours(booking.caller_tenant_id(), booking.caller(), p_limit, p_after) as h
$function$;

comment on function booking_v1.list_opening_hours(integer, uuid) is
'Opening hours of the tenant, by weekday and time, in its zone.

No row: opening hours restrict nothing.
p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last opening_hours_id for the next page.
Raises invalid_argument, not_authenticated.';
