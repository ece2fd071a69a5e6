create or replace function booking_v1.delete_service(p_service_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_service(booking.caller_tenant_id(), booking.caller(), p_service_id)
$function$;

comment on function booking_v1.delete_service(uuid) is
'Deletes a service that never had a booking, with its policies.

One that had bookings is deactivated: upsert_service with p_is_active false.
Raises not_found, not_authenticated; in_use if it has bookings, past and cancelled ones included.';
