-- Locks of whoever changes a service: the resources that it has and shall have, exclusively, so that no booking goes
-- by terms that are being changed. Locks and writes as lock_tenant_resources does.
create or replace function booking.lock_service_resources(
    p_tenant_id uuid,
    p_service_id uuid,
    p_resource_ids uuid[] default '{}'
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.lock_tenant(p_tenant_id); -- which they are, is asked under the lock
    perform booking.lock_tenant_resources(
        p_tenant_id => p_tenant_id,
        p_resource_ids => array(
            select i.resource_id
            from unnest(p_resource_ids) as i (resource_id)
            union
            select q.resource_id
            from booking.requirement_resource as q
            where q.tenant_id = p_tenant_id and q.service_id = p_service_id
        )
    );
end
$function$;

comment on function booking.lock_service_resources(uuid, uuid, uuid[]) is
'Locks the resources of a service against bookings. p_resource_ids: those that it shall have.';
