create or replace function booking_v1.effective_policies(p_service_id uuid default null)
returns table (
    policy_name text, value jsonb, source text, default_value jsonb, value_kind text,
    minimum integer, maximum integer, is_fixed boolean, description text,
    is_tenant_wide boolean, is_reserved boolean
)
language sql
stable
as $function$
    select
        p.policy_name, p.value, p.source, p.default_value, p.value_kind,
        p.minimum, p.maximum, p.is_fixed, p.description, p.is_tenant_wide, p.is_reserved
    from booking.effective_policies(booking.caller_tenant_id(), booking.caller(), p_service_id) as p
$function$;

comment on function booking_v1.effective_policies(uuid) is
'The policies as they apply, with where each value comes from: default, tenant or service.

p_service_id null: as they apply to the tenant. A value of JSON null means no limit.
is_tenant_wide: it is not set for a service. is_reserved: only applications (service_role) set it.
Raises not_found, not_authenticated.';
