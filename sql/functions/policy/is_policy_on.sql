create or replace function booking.is_policy_on(p_tenant_id uuid, p_service_id uuid, p_policy_name text)
returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select p.value = 'true'
        from booking.policies(p_tenant_id, p_service_id) as p
        where p.policy_name = p_policy_name
    );
end
$function$;

comment on function booking.is_policy_on(uuid, uuid, text) is
'Whether a policy that is true or false is true. p_service_id null: for the tenant.';
