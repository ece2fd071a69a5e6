-- A service has one requirement, which the resources named meet. Called by upsert_service, which has locked them.
-- Writes requirement and requirement_resource.
create or replace function booking.assign_resources(p_tenant_id uuid, p_service_id uuid, p_resource_ids uuid[])
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    insert into booking.requirement (tenant_id, service_id)
    values (p_tenant_id, p_service_id)
    on conflict do nothing;
    if p_resource_ids is null then
        return;
    end if;
    delete from booking.requirement_resource as q
    where q.tenant_id = p_tenant_id and q.service_id = p_service_id;
    insert into booking.requirement_resource (tenant_id, service_id, resource_id)
    select distinct p_tenant_id, p_service_id, i.resource_id
    from unnest(p_resource_ids) as i (resource_id);
end
$function$;

comment on function booking.assign_resources(uuid, uuid, uuid[]) is
'Lets these resources, and no others, do a service. p_resource_ids null: whoever does it already.';
