-- Whatever concerns all resources (a holiday, opening hours) costs something for each, also those who follow the feed.
create or replace function booking.check_resource_count(p_tenant_id uuid, p_is_new boolean, p_is_active boolean)
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
        having
            (p_is_active and count(*) filter (where r.is_active) >= 2000)
            or (p_is_new and count(*) >= 5000)
    ) then
        perform booking.raise_error(
            p_code => 'limit_reached', p_message => 'a tenant has at most 2000 resources in use, and 5000 in all',
            p_hint => 'Give those that are interchangeable as units of one, or deactivate or delete others.'
        );
    end if;
end
$function$;

comment on function booking.check_resource_count(uuid, boolean, boolean) is
'Raises limit_reached where a tenant can have none more: in all, if it is new; in use, if it is to be active.';
