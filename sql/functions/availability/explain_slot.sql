-- Called by booking_v1.explain_slot only.
create or replace function booking.explain_slot(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_service_id uuid,
    p_starts_at timestamptz,
    p_resource_id uuid,
    p_duration interval,
    p_party_size integer
)
returns table (code text, message text, resource_id uuid, rule text, rule_id uuid, during tstzrange)
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
    v_terms booking.terms;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'explain_slot'
    );
    perform booking.check_instant(p_instant => p_starts_at, p_argument => 'p_starts_at');
    perform booking.check_party_size(p_party_size => p_party_size);
    v_terms := booking.booking_terms(
        p_tenant_id => p_tenant_id, p_service_id => p_service_id, p_role => v_actor.role
    );
    return query
    select r.code, r.message, r.resource_id, r.rule, r.rule_id, r.during
    from booking.slot_refusals(
        p_tenant_id => p_tenant_id, p_terms => v_terms, p_starts_at => p_starts_at,
        p_resource_id => p_resource_id,
        p_duration => booking.chosen_duration(p_terms => v_terms, p_duration => p_duration),
        p_party_size => p_party_size, p_now => booking.now()
    ) as r;
end
$function$;

comment on function booking.explain_slot(uuid, booking.actor, uuid, timestamptz, uuid, interval, integer) is
'See booking_v1.explain_slot.';
