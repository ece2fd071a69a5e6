-- Whatever concerns all resources (a holiday, opening hours) costs something for each, also those who follow the feed.
create or replace function booking.check_resource_count(p_tenant_id uuid)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if exists (
        select
        from booking.resource as r
        where r.tenant_id = p_tenant_id
        having count(*) filter (where r.is_active) >= 2000 or count(*) >= 5000
    ) then
        perform booking.raise_error(
            p_code => 'limit_reached', p_message => 'a tenant has at most 2000 resources in use, and 5000 in all',
            p_hint => 'Give those that are interchangeable as units of one, or deactivate or delete others.'
        );
    end if;
end
$function$;

comment on function booking.check_resource_count(uuid) is
'Raises limit_reached where a tenant can have none more in use.';
