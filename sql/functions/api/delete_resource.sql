create or replace function booking_v1.delete_resource(p_resource_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_resource(booking.caller_tenant_id(), booking.caller(), p_resource_id)
$function$;

comment on function booking_v1.delete_resource(uuid) is
'Deletes a resource that never had a booking, with its hours, overrides and time off.

Services and holidays lose it. One that had bookings is deactivated: upsert_resource with p_is_active false.
Raises not_found, not_authenticated; in_use if it has bookings, past and cancelled ones included.';
