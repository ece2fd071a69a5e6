-- Resources that a caller names: all of them have to be there. To be called once the tenant is locked, so
-- that none disappears before it is referred to.
create or replace function booking.check_resources(p_tenant_id uuid, p_resource_ids uuid[], p_argument text)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_argument(
        p_is_valid =>
            coalesce(cardinality(p_resource_ids), 0) <= 1000
            and not exists (select from unnest(p_resource_ids) as i (resource_id) where i.resource_id is null),
        p_argument => p_argument, p_message => 'must not be null and name at most 1000 resources'
    );
    perform booking.check_found(
        p_is_found => not exists (
            select
            from unnest(p_resource_ids) as i (resource_id)
            where not exists (
                select
                from booking.resource as r
                where r.tenant_id = p_tenant_id and r.resource_id = i.resource_id
            )
        ),
        p_argument => p_argument, p_what => 'resource'
    );
end
$function$;

comment on function booking.check_resources(uuid, uuid[], text) is
'Raises not_found unless the tenant has all of these resources. Null: none are named.';
