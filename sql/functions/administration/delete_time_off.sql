-- Called by booking_v1.delete_time_off only. Locks the resource, exclusively. Writes time_off.
create or replace function booking.delete_time_off(
    p_tenant_id uuid, p_actor booking.actor, p_time_off_id uuid
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
        p_function => 'delete_time_off'
    );
    perform booking.lock_tenant(p_tenant_id); -- whose it is, is asked under the lock
    perform booking.lock_tenant_resources(
        p_tenant_id => p_tenant_id,
        p_resource_ids => array(
            select f.resource_id
            from booking.time_off as f
            where f.tenant_id = p_tenant_id and f.time_off_id = p_time_off_id
        ),
        p_actor => v_actor
    );
    delete from booking.time_off as f
    where f.tenant_id = p_tenant_id and f.time_off_id = p_time_off_id;
    perform booking.check_found(
        p_is_found => found, p_argument => 'p_time_off_id', p_what => 'time off'
    );
end
$function$;

comment on function booking.delete_time_off(uuid, booking.actor, uuid) is
'See booking_v1.delete_time_off.';
