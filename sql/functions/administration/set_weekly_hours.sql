-- Called by booking_v1.set_weekly_hours only. Locks the resource, exclusively. Writes weekly_hours.
create or replace function booking.set_weekly_hours(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_resource_id uuid,
    p_hours jsonb
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
        p_function => 'set_weekly_hours'
    );
    perform booking.lock_tenant_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => array[p_resource_id], p_actor => v_actor
    );
    perform booking.check_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => array[p_resource_id], p_argument => 'p_resource_id'
    );
    delete from booking.weekly_hours as w where w.tenant_id = p_tenant_id and w.resource_id = p_resource_id;
    insert into booking.weekly_hours (tenant_id, resource_id, weekday, start_time, end_time)
    select p_tenant_id, p_resource_id, h.weekday, h.start_time, h.end_time
    from booking.week_windows(p_hours) as h;
end
$function$;

comment on function booking.set_weekly_hours(uuid, booking.actor, uuid, jsonb) is 'See booking_v1.set_weekly_hours.';
