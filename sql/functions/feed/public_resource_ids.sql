-- Which resources visitors and customers may know of: the one rule for the feed, what is broadcast, and list_resources.
create or replace function booking.public_resource_ids(p_tenant_id uuid)
returns uuid[]
language sql
stable
as $function$
    select array(
        select distinct q.resource_id
        from booking.service as s
        join booking.requirement_resource as q on q.tenant_id = s.tenant_id and q.service_id = s.service_id
        where s.tenant_id = p_tenant_id and s.is_public and s.is_active
    )
$function$;

comment on function booking.public_resource_ids(uuid) is
'The resources that everybody may hear of: those of public services in use.';
