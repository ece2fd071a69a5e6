-- Called by booking_v1.list_tenants only. Enters no tenant, so that the directory is all it can see: policy
-- tenant_directory. Takes no locks.
create or replace function booking.list_tenants(p_actor booking.actor, p_token_tenant_id uuid)
returns table (tenant_id uuid, slug text, name text, time_zone text, created_at timestamptz, language text)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
begin
    perform booking.admit(p_tenant_id => null, p_actor => p_actor, p_function => 'list_tenants');
    return query
    select t.tenant_id, t.slug, t.name, t.time_zone, t.created_at, t.language::text
    from booking.tenant as t
    where p_token_tenant_id is null or t.tenant_id = p_token_tenant_id
    order by t.slug;
end
$function$;

comment on function booking.list_tenants(booking.actor, uuid) is 'See booking_v1.list_tenants.';
