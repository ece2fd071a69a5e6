create or replace function booking_v1.upsert_policy(
    p_policy_name text,
    p_value jsonb,
    p_service_id uuid default null
)
returns void
language sql
volatile
as $function$
    select booking.upsert_policy(
        booking.caller_tenant_id(), booking.caller(), p_policy_name, p_value, p_service_id
    )
$function$;

comment on function booking_v1.upsert_policy(text, jsonb, uuid) is
'Sets a policy of the tenant, or of one of its services.

p_value: "none" (or JSON null, which PostgREST and /rpc have SQL null for): no limit, no address; SQL null: back to what
it inherits. p_service_id null: for all services; what effective_policies calls is_tenant_wide can''t be set for one,
and what it calls is_reserved not by members.
Raises invalid_argument, not_found, not_allowed, not_authenticated.';
