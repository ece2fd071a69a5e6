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
    v_terms := booking.booking_terms(
        p_tenant_id => p_tenant_id, p_service_id => p_service_id, p_role => v_actor.role
    );
    perform booking.check_offered(p_actor => v_actor, p_terms => v_terms);
    return query
    with reason as materialized (
        select r.*
        from booking.slot_refusals(
            p_tenant_id => p_tenant_id, p_terms => v_terms, p_starts_at => p_starts_at,
            p_resource_id => null,
            p_duration => booking.chosen_duration(p_terms => v_terms, p_duration => p_duration),
            p_party_size => 1, p_now => booking.now()
        ) with ordinality as r (code, message, resource_id, rule, rule_id, during, position)
    ),

    untaken as (
        -- who is only taken could serve it by the rules, and then no resource's rules speak against it
        select from reason as r
        where r.resource_id is not null
        group by r.resource_id
        having bool_and(r.code = 'slot_taken')
    )

    select r.code, t.message
    from reason as r
    cross join lateral booking.told_reason(v_actor, r.message, r.rule, r.resource_id) as t (message)
    where r.code <> 'slot_taken' and (r.resource_id is null or not exists (select from untaken as u))
    group by r.code, t.message
    order by min(r.position);
end
$function$;

comment on function booking.validate_appointment_timing(uuid, booking.actor, uuid, timestamptz, interval) is
'See booking_v1.validate_appointment_timing.';
