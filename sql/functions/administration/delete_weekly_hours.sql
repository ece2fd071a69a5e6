-- Called by booking_v1.delete_weekly_hours only. Locks the resource, exclusively. Writes weekly_hours.
create or replace function booking.delete_weekly_hours(
    p_tenant_id uuid, p_actor booking.actor, p_weekly_hours_id uuid
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
        p_function => 'delete_weekly_hours'
    );
    perform booking.lock_tenant(p_tenant_id); -- whose it is, is asked under the lock
    perform booking.lock_tenant_resources(
        p_tenant_id => p_tenant_id,
        p_resource_ids => array(
            select w.resource_id
            from booking.weekly_hours as w
            where w.tenant_id = p_tenant_id and w.weekly_hours_id = p_weekly_hours_id
        ),
        p_actor => v_actor
    );
    delete from booking.weekly_hours as w
    where w.tenant_id = p_tenant_id and w.weekly_hours_id = p_weekly_hours_id;
    perform booking.check_found(
        p_is_found => found, p_argument => 'p_weekly_hours_id', p_what => 'weekly hours'
    );
end
$function$;

comment on function booking.delete_weekly_hours(uuid, booking.actor, uuid) is
'See booking_v1.delete_weekly_hours.';
