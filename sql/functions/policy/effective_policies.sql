-- Called by booking_v1.effective_policies only. Takes no locks.
create or replace function booking.effective_policies(p_tenant_id uuid, p_actor booking.actor, p_service_id uuid)
returns table (
    policy_name text, value jsonb, source text, default_value jsonb, value_kind text,
    minimum integer, maximum integer, is_fixed boolean, description text,
    is_tenant_wide boolean, is_reserved boolean
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'effective_policies'
    );
    if p_service_id is not null then
        perform booking.check_offered(
            p_actor => v_actor,
            p_terms => booking.booking_terms(
                p_tenant_id => p_tenant_id, p_service_id => p_service_id, p_role => null
            )
        );
    end if;
    return query
    select
        p.policy_name, p.value, p.source, d.default_value, d.value_kind,
        d.minimum, d.maximum, d.is_fixed, d.description, d.is_tenant_wide, d.is_reserved
    from booking.policies(p_tenant_id, p_service_id) as p
    join booking.policy_definition as d on d.policy_name = p.policy_name
    order by p.policy_name;
end
$function$;

comment on function booking.effective_policies(uuid, booking.actor, uuid) is 'See booking_v1.effective_policies.';
