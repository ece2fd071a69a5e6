-- Called by booking_v1.list_tenants only. Enters no tenant, so that the directory is all it can see: policy
-- tenant_directory. Takes no locks.
create or replace function booking.list_tenants(
    p_actor booking.actor, p_token_tenant_id uuid, p_limit integer, p_after uuid
)
returns table (tenant_id uuid, slug text, name text, time_zone text, created_at timestamptz, language text)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(p_tenant_id => null, p_actor => p_actor, p_function => 'list_tenants');
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (order by t.slug) as position,
            t.tenant_id, t.slug, t.name, t.time_zone, t.created_at, t.language::text as language
        from booking.tenant as t
        where p_token_tenant_id is null or t.tenant_id = p_token_tenant_id
    )

    select l.tenant_id, l.slug, l.name, l.time_zone, l.created_at, l.language
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.tenant_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_tenants(booking.actor, uuid, integer, uuid) is 'See booking_v1.list_tenants.';
