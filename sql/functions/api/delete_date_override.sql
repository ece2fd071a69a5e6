create or replace function booking_v1.delete_date_override(p_date_override_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_date_override(
        booking.caller_tenant_id(), booking.caller(), p_date_override_id
    )
$function$;

comment on function booking_v1.delete_date_override(uuid) is
'Deletes an override of a date, so that the usual hours count again.

Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises not_found, not_authenticated.';
