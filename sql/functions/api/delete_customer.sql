create or replace function booking_v1.delete_customer(p_customer_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_customer(booking.caller_tenant_id(), booking.caller(), p_customer_id)
$function$;

comment on function booking_v1.delete_customer(uuid) is
'Deletes a customer who never had a booking.

Of one who had bookings, erase_customer removes who they are.
Raises not_found, not_authenticated; in_use if they have bookings, past and cancelled ones included, or are told of
those of a resource (contact_id).';
