-- Called by booking_v1.delete_date_override only. Locks the resource, or all where it is the tenant's override,
-- exclusively. Writes date_override.
create or replace function booking.delete_date_override(
    p_tenant_id uuid, p_actor booking.actor, p_date_override_id uuid
)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'delete_date_override'
    );
    perform booking.lock_tenant(p_tenant_id); -- whose it is, is asked under the lock
    perform booking.lock_tenant_resources(
        p_tenant_id => p_tenant_id,
        p_resource_ids => array(
            select v.resource_id
            from booking.date_override as v
            where v.tenant_id = p_tenant_id and v.date_override_id = p_date_override_id
        ),
        p_actor => v_actor
    );
    delete from booking.date_override as v
    where v.tenant_id = p_tenant_id and v.date_override_id = p_date_override_id;
    perform booking.check_found(
        p_is_found => found, p_argument => 'p_date_override_id', p_what => 'override'
    );
end
$function$;

comment on function booking.delete_date_override(uuid, booking.actor, uuid) is
'See booking_v1.delete_date_override.';
