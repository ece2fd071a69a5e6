-- Each policy as it applies: the service's setting, or the tenant's, or the default.
create or replace function booking.policies(p_tenant_id uuid, p_service_id uuid)
returns table (policy_name text, value jsonb, source text)
language sql
stable
as $function$
    select
        d.policy_name,
        coalesce(s.value, t.value, d.default_value),
        case
            when s.value is not null then 'service'
            when t.value is not null then 'tenant'
            else 'default'
        end
    from booking.policy_definition as d
    left join booking.policy_setting as s
        on
            s.tenant_id = p_tenant_id
            and s.service_id = p_service_id
            and s.policy_name = d.policy_name
    left join booking.policy_setting as t
        on
            t.tenant_id = p_tenant_id
            and t.service_id is null
            and t.policy_name = d.policy_name
$function$;

comment on function booking.policies(uuid, uuid) is
'The policies in force for a service, or for the tenant (p_service_id null), and where each comes from.';
