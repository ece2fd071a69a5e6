-- Called by booking_v1.delete_customer only. Deletes from customer; the key of their bookings refuses.
create or replace function booking.delete_customer(
    p_tenant_id uuid, p_actor booking.actor, p_customer_id uuid
)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'delete_customer'
    );
    delete from booking.customer as c where c.tenant_id = p_tenant_id and c.customer_id = p_customer_id;
    perform booking.check_found(p_is_found => found, p_argument => 'p_customer_id', p_what => 'customer');
exception when foreign_key_violation then
    perform booking.raise_error(
        p_code => 'in_use', p_message => 'the customer has bookings, or is told of those of a resource',
        p_details => jsonb_build_object('argument', 'p_customer_id'),
        p_hint => 'erase_customer removes who they are; of a resource, upsert_resource sets another contact, or none.'
    );
end
$function$;

comment on function booking.delete_customer(uuid, booking.actor, uuid) is 'See booking_v1.delete_customer.';
