create or replace function booking.resource_names(p_tenant_id uuid, p_resource_ids uuid[])
returns text[]
language sql
stable
as $function$
    select array(
        select r.name
        from unnest(p_resource_ids) with ordinality as i (resource_id, position)
        join booking.resource as r on r.tenant_id = p_tenant_id and r.resource_id = i.resource_id
        order by i.position
    )
$function$;

comment on function booking.resource_names(uuid, uuid[]) is 'The names of resources, in the order of their ids.';
