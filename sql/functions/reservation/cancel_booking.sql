-- Called by booking_v1.cancel_booking only. Locks the booking. Its time is free as soon as this commits.
-- Writes booking_operation, claim, booking, booking_event and outbox.
create or replace function booking.cancel_booking(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_idempotency_key text,
    p_booking_id uuid,
    p_reason text,
    p_expected_version integer,
    p_override_reason text,
    p_manage_token text
)
returns booking_v1.outcome
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_outcome booking_v1.outcome;
    v_refusal booking_v1.outcome;
    v_booking booking.booking;
    v_terms booking.terms;
    v_now timestamptz;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'cancel_booking'
    );
    perform booking.check_text(p_text => p_reason, p_argument => 'p_reason', p_most => 500);
    perform booking.check_override(p_actor => v_actor, p_override_reason => p_override_reason);
    perform booking.check_visitor(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_booking_id => p_booking_id,
        p_manage_token => p_manage_token
    );
    v_outcome := booking.begin_operation(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_command => 'cancel_booking',
        p_idempotency_key => p_idempotency_key,
        p_request => jsonb_build_array(p_booking_id, p_reason, p_expected_version, p_override_reason)
    );
    if v_outcome.status is not null then
        return booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_outcome);
    end if;
    v_booking := booking.lock_booking(p_tenant_id => p_tenant_id, p_booking_id => p_booking_id);
    perform booking.check_reach(
        p_actor => v_actor, p_booking => v_booking, p_manage_token => p_manage_token
    );
    v_terms := booking.booking_terms(
        p_tenant_id => p_tenant_id, p_service_id => v_booking.service_id, p_role => v_actor.role
    );
    v_now := booking.now();
    v_refusal := booking.transition_refusal(
        p_operation_id => v_outcome.operation_id, p_booking => v_booking, p_kind => 'cancelled',
        p_expected_version => p_expected_version
    );
    if v_refusal.status is null and p_override_reason is null then
        v_refusal := booking.deadline_refusal(
            p_operation_id => v_outcome.operation_id, p_booking => v_booking,
            p_hours => booking.policy_integer(p_terms => v_terms, p_policy_name => 'cancellation_deadline_hours'),
            p_now => v_now
        );
    end if;
    if v_refusal.status is not null then
        return booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_refusal);
    end if;

    v_booking := booking.apply_cancellation(
        p_actor => v_actor, p_operation_id => v_outcome.operation_id, p_booking => v_booking,
        p_reason => p_reason, p_override_reason => p_override_reason, p_now => v_now
    );
    return booking.finish_operation(
        p_tenant_id => p_tenant_id,
        p_outcome => booking.booking_outcome(p_operation_id => v_outcome.operation_id, p_booking => v_booking)
    );
end
$function$;

comment on function booking.cancel_booking(uuid, booking.actor, text, uuid, text, integer, text, text) is
'See booking_v1.cancel_booking.';
