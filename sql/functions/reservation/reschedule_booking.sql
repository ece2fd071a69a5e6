-- Called by booking_v1.reschedule_booking only. Locks the booking, then the resource, shared. Writes
-- booking_operation, claim, booking, booking_event and outbox.
create or replace function booking.reschedule_booking(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_idempotency_key text,
    p_booking_id uuid,
    p_starts_at timestamptz,
    p_resource_id uuid,
    p_duration interval,
    p_expected_version integer,
    p_override_reason text,
    p_manage_token text
)
returns booking_v1.outcome
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set intervalstyle = 'postgres' -- or the same duration would be another request, in another session
set datestyle = 'iso'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_memoize = off -- its keys are whole multiranges, and no two are alike
as $function$
declare
    v_actor booking.actor;
    v_outcome booking_v1.outcome;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'reschedule_booking'
    );
    perform booking.check_instant(p_instant => p_starts_at, p_argument => 'p_starts_at');
    perform booking.check_override(p_actor => v_actor, p_override_reason => p_override_reason);
    perform booking.check_visitor(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_booking_id => p_booking_id,
        p_manage_token => p_manage_token
    );
    v_outcome := booking.begin_operation(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_command => 'reschedule_booking',
        p_idempotency_key => p_idempotency_key,
        p_request => jsonb_build_array(
            p_booking_id, p_starts_at, p_resource_id, p_duration, p_expected_version,
            p_override_reason
        )
    );
    if v_outcome.status is null then
        v_outcome := booking.move_booking(
            p_tenant_id => p_tenant_id, p_actor => v_actor, p_operation_id => v_outcome.operation_id,
            p_booking_id => p_booking_id, p_starts_at => p_starts_at, p_resource_id => p_resource_id,
            p_duration => p_duration, p_expected_version => p_expected_version,
            p_override_reason => p_override_reason, p_manage_token => p_manage_token
        );
    end if;
    return booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_outcome);
end
$function$;

comment on function booking.reschedule_booking(
    uuid, booking.actor, text, uuid, timestamptz, uuid, interval, integer, text, text
) is 'See booking_v1.reschedule_booking.';
