-- For changes that concern every resource of a tenant: all of them, exclusively.
create or replace function booking.lock_tenant_resources(p_tenant_id uuid)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.lock_resources(
        p_tenant_id => p_tenant_id,
        p_resource_ids => array(
            select r.resource_id
            from booking.resource as r
            where r.tenant_id = p_tenant_id
        ),
        p_exclusive => true
    );
end
$function$;

comment on function booking.lock_tenant_resources(uuid) is 'Locks all resources of a tenant against bookings.';
