create or replace function booking.tenant_limit(p_tenant_id uuid, p_policy_name text)
returns integer
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select (p.value #>> '{}')::integer
        from booking.policies(p_tenant_id, null) as p
        where p.policy_name = p_policy_name
    );
end
$function$;

comment on function booking.tenant_limit(uuid, text) is 'An integer policy of the tenant; null: no limit.';
