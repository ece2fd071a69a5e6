-- Called by booking_v1.validate_appointment_timing only. The rules of time alone: no claim is looked at.
create or replace function booking.validate_appointment_timing(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_service_id uuid,
    p_starts_at timestamptz,
    p_duration interval
)
returns table (code text, message text)
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
        p_function => 'validate_appointment_timing'
    );
    perform booking.check_instant(p_instant => p_starts_at, p_argument => 'p_starts_at');
    v_terms := booking.booking_terms(p_tenant_id => p_tenant_id, p_service_id => p_service_id);
    perform booking.check_offered(p_actor => v_actor, p_terms => v_terms);
    return query
    select r.code, r.message
    from booking.slot_refusals(
        p_tenant_id => p_tenant_id, p_terms => v_terms, p_starts_at => p_starts_at,
        p_resource_id => null,
        p_duration => booking.chosen_duration(p_terms => v_terms, p_duration => p_duration),
        p_party_size => 1, p_now => booking.now()
    ) with ordinality as r (code, message, resource_id, rule, rule_id, during, position)
    where r.code <> 'slot_taken'
    group by r.code, r.message
    order by min(r.position);
end
$function$;

comment on function booking.validate_appointment_timing(uuid, booking.actor, uuid, timestamptz, interval) is
'See booking_v1.validate_appointment_timing.';
