create or replace function booking_v1.delete_opening_hours(p_opening_hours_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_opening_hours(
        booking.caller_tenant_id(), booking.caller(), p_opening_hours_id
    )
$function$;

comment on function booking_v1.delete_opening_hours(uuid) is
'Deletes opening hours.

With the last ones gone, opening hours restrict nothing.
Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises not_found, not_authenticated.';
