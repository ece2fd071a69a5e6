-- Whatever concerns all resources (a holiday, opening hours) costs something for each, also those who follow the feed.
create or replace function booking.check_resource_count(p_tenant_id uuid)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if (select count(*) from booking.resource as r where r.tenant_id = p_tenant_id) >= 2000 then
        perform booking.raise_error(
            p_code => 'limit_reached', p_message => 'a tenant has at most 2000 resources',
            p_hint => 'Give those that are interchangeable as units of one, or delete what is no longer needed.'
        );
    end if;
end
$function$;

comment on function booking.check_resource_count(uuid) is
'Raises limit_reached where a tenant has as many as it may have.';
