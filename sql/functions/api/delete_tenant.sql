create or replace function booking_v1.delete_tenant(p_tenant_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_tenant(p_tenant_id, booking.caller(), booking.token_tenant_id())
$function$;

comment on function booking_v1.delete_tenant(uuid) is
'Deletes a tenant that has no bookings, with everything that is its.

For trusted applications: any tenant, whichever the caller has chosen; with a token for one tenant, that one.
Raises not_allowed, not_found; in_use if it has bookings, cancelled ones included.';
