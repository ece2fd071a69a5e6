-- Called by booking_v1.reschedule_booking only. Locks the booking, then the resource, shared. Writes
-- booking_operation, claim, booking and booking_event.
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
set jit = off
set plan_cache_mode = force_generic_plan
as $function$
declare
    v_actor booking.actor;
    v_outcome booking_v1.outcome;
    v_refusal booking_v1.outcome;
    v_booking booking.booking;
    v_terms booking.terms;
    v_resource_id uuid;
    v_duration interval;
    v_now timestamptz;
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
    if v_outcome.status is not null then
        return booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_outcome);
    end if;

    v_booking := booking.lock_booking(p_tenant_id => p_tenant_id, p_booking_id => p_booking_id);
    perform booking.check_reach(
        p_actor => v_actor, p_booking => v_booking, p_manage_token => p_manage_token
    );
    v_resource_id := coalesce(p_resource_id, v_booking.resource_ids[1]);
    perform booking.check_own_resource(p_actor => v_actor, p_resource_id => v_resource_id);
    perform booking.lock_for_booking(
        p_tenant_id => p_tenant_id, p_service_id => v_booking.service_id, p_resource_id => v_resource_id
    );
    v_terms := booking.booking_terms(p_tenant_id => p_tenant_id, p_service_id => v_booking.service_id);
    perform booking.lock_count(p_tenant_id => p_tenant_id, p_terms => v_terms);
    v_duration := case
        when p_duration is null then v_booking.ends_at - v_booking.starts_at
        else booking.chosen_duration(p_terms => v_terms, p_duration => p_duration)
    end;
    v_now := booking.now();

    v_refusal := booking.reschedule_refusal(
        p_operation_id => v_outcome.operation_id, p_booking => v_booking, p_terms => v_terms,
        p_expected_version => p_expected_version, p_is_override => p_override_reason is not null,
        p_now => v_now
    );
    if v_refusal.status is null and not booking.move_claims(
        p_booking => v_booking, p_terms => v_terms, p_resource_id => v_resource_id,
        p_starts_at => p_starts_at, p_duration => v_duration, p_now => v_now
    ) then
        v_refusal := booking.slot_refusal(
            p_tenant_id => p_tenant_id, p_operation_id => v_outcome.operation_id, p_terms => v_terms,
            p_starts_at => p_starts_at, p_resource_id => v_resource_id, p_duration => v_duration,
            p_party_size => v_booking.party_size, p_now => v_now, p_booking => v_booking
        );
    end if;
    if v_refusal.status is not null then
        return booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_refusal);
    end if;

    update booking.booking as b
    set
        status = booking.next_status(p_status => b.status, p_kind => 'rescheduled'),
        version = b.version + 1, starts_at = p_starts_at, ends_at = p_starts_at + v_duration,
        time_zone = v_terms.time_zone, starts_local = p_starts_at at time zone v_terms.time_zone,
        resource_ids = array[v_resource_id], reschedule_count = b.reschedule_count + 1
    where b.tenant_id = p_tenant_id and b.booking_id = p_booking_id
    returning b.* into v_booking;
    perform booking.record_event(
        p_actor => v_actor, p_operation_id => v_outcome.operation_id, p_booking => v_booking,
        p_kind => 'rescheduled',
        p_changes => booking.schedule_of(v_booking)
            || jsonb_strip_nulls(
                jsonb_build_object(
                    'reschedule_count', v_booking.reschedule_count, 'override_reason', p_override_reason
                )
            ),
        p_now => v_now
    );
    return booking.finish_operation(
        p_tenant_id => p_tenant_id,
        p_outcome => booking.booking_outcome(p_operation_id => v_outcome.operation_id, p_booking => v_booking)
    );
end
$function$;

comment on function booking.reschedule_booking(
    uuid, booking.actor, text, uuid, timestamptz, uuid, interval, integer, text, text
) is 'See booking_v1.reschedule_booking.';
