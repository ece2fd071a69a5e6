create or replace function booking.import_zone(p_tenant_id uuid, p_resource_id uuid)
returns text
language sql
stable
as $function$
    select coalesce(r.time_zone, t.time_zone)
    from booking.tenant as t
    left join booking.resource as r on r.tenant_id = t.tenant_id and r.resource_id = p_resource_id
    where t.tenant_id = p_tenant_id
$function$;

comment on function booking.import_zone(uuid, uuid) is
'By whose clock local times of an imported booking are: that of the resource, where one is named, else the tenant''s.';
