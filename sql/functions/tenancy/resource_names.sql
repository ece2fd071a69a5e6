-- Inlined where it is called in FROM, so it sets nothing; as one value it would be called for each row of a list, and
-- take most of the time.
create or replace function booking.resource_names(p_tenant_id uuid, p_resource_ids uuid[])
returns table (names text[])
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

comment on function booking.resource_names(uuid, uuid[]) is
'The names of resources, in the order of their ids. One row.';
