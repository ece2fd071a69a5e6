-- First lock of whoever takes time, before anything that the booking depends on is read: the chosen resource
-- or all of the service's, shared, ascending. A resource that is added to the service at this very moment may
-- be used without its lock: as if the booking had been made before whatever changes its hours now.
create or replace function booking.lock_for_booking(p_tenant_id uuid, p_service_id uuid, p_resource_id uuid)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform pg_advisory_xact_lock_shared(l.key)
    from (
        select booking.resource_lock(q.tenant_id, q.resource_id) as key
        from booking.requirement_resource as q
        where
            q.tenant_id = p_tenant_id and q.service_id = p_service_id
            and (p_resource_id is null or q.resource_id = p_resource_id)
        order by key
    ) as l;
end
$function$;

comment on function booking.lock_for_booking(uuid, uuid, uuid) is
'Locks who may serve a booking, shared. p_resource_id null: all resources of the service.';
