-- Called by booking_v1.delete_tenant only. Locks the tenant's resources, exclusively. Deletes from tenant and,
-- by cascade, from all that is its; and from booking_operation, outbox and rate_bucket, which have no key to the
-- tenant. The keys of bookings refuse. Writes alert, as delete_webhook does: nobody else could close those any more.
create or replace function booking.delete_tenant(p_tenant_id uuid, p_actor booking.actor, p_token_tenant_id uuid)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_webhook_id uuid;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'delete_tenant'
    );
    perform booking.check_token_tenant(p_tenant_id => p_tenant_id, p_token_tenant_id => p_token_tenant_id);
    perform booking.lock_tenant_resources(p_tenant_id => p_tenant_id);
    for v_webhook_id in
        delete from booking.webhook as w where w.tenant_id = p_tenant_id returning w.webhook_id
    loop
        perform booking.resolve_alert(p_source => 'webhook ' || v_webhook_id, p_code => 'webhook_disabled');
    end loop;
    lock table booking.rate_limit in row exclusive mode; -- before the tenant, as a deployment does
    delete from booking.tenant as t where t.tenant_id = p_tenant_id;
    perform booking.check_found(p_is_found => found, p_argument => 'p_tenant_id', p_what => 'tenant');
    delete from booking.booking_operation as o where o.tenant_id = p_tenant_id;
    delete from booking.outbox as o where o.tenant_id = p_tenant_id;
    delete from booking.rate_bucket as b where b.tenant_id = p_tenant_id;
exception when foreign_key_violation then
    perform booking.raise_error(
        p_code => 'in_use', p_message => 'the tenant has bookings',
        p_details => jsonb_build_object('argument', 'p_tenant_id'),
        p_hint => 'A tenant with bookings stays, cancelled ones included: they are its history.'
    );
end
$function$;

comment on function booking.delete_tenant(uuid, booking.actor, uuid) is 'See booking_v1.delete_tenant.';
