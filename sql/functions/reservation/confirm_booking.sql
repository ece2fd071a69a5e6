-- Called by booking_v1.confirm_booking only. Locks the booking. Writes booking_operation, booking,
-- booking_event and outbox.
create or replace function booking.confirm_booking(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_idempotency_key text,
    p_booking_id uuid,
    p_expected_version integer
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
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'confirm_booking'
    );
    v_outcome := booking.begin_operation(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_command => 'confirm_booking',
        p_idempotency_key => p_idempotency_key,
        p_request => jsonb_build_array(p_booking_id, p_expected_version)
    );
    if v_outcome.status is not null then
        return booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_outcome);
    end if;
    v_booking := booking.lock_booking(p_tenant_id => p_tenant_id, p_booking_id => p_booking_id);
    perform booking.check_reach(p_actor => v_actor, p_booking => v_booking);
    v_refusal := booking.transition_refusal(
        p_operation_id => v_outcome.operation_id, p_booking => v_booking, p_kind => 'confirmed',
        p_expected_version => p_expected_version
    );
    if v_refusal.status is not null then
        return booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_refusal);
    end if;

    update booking.booking as b
    set status = booking.next_status(p_status => b.status, p_kind => 'confirmed'), version = b.version + 1
    where b.tenant_id = p_tenant_id and b.booking_id = p_booking_id
    returning b.* into v_booking;
    perform booking.record_event(
        p_actor => v_actor, p_operation_id => v_outcome.operation_id, p_booking => v_booking,
        p_kind => 'confirmed', p_changes => jsonb_build_object('status', v_booking.status),
        p_now => booking.now()
    );
    return booking.finish_operation(
        p_tenant_id => p_tenant_id,
        p_outcome => booking.booking_outcome(p_operation_id => v_outcome.operation_id, p_booking => v_booking)
    );
end
$function$;

comment on function booking.confirm_booking(uuid, booking.actor, text, uuid, integer) is
'See booking_v1.confirm_booking.';
