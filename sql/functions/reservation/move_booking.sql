-- What reschedule_booking does once its key is new. Locks and writes what reschedule_booking says.
create or replace function booking.move_booking(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_operation_id uuid,
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
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_refusal booking_v1.outcome;
    v_booking booking.booking;
    v_terms booking.terms;
    v_resource_id uuid;
    v_duration interval;
    v_now timestamptz;
begin
    v_booking := booking.lock_booking(p_tenant_id => p_tenant_id, p_booking_id => p_booking_id);
    perform booking.check_reach(
        p_actor => p_actor, p_booking => v_booking, p_manage_token => p_manage_token
    );
    v_resource_id := coalesce(p_resource_id, v_booking.resource_ids[1]);
    perform booking.check_own_resource(p_actor => p_actor, p_resource_id => v_resource_id);
    perform booking.lock_for_booking(
        p_tenant_id => p_tenant_id, p_service_id => v_booking.service_id, p_resource_id => v_resource_id
    );
    v_terms := booking.booking_terms(
        p_tenant_id => p_tenant_id, p_service_id => v_booking.service_id, p_role => p_actor.role
    );
    perform booking.lock_count(p_tenant_id => p_tenant_id, p_terms => v_terms);
    v_duration := case
        when p_duration is null then v_booking.ends_at - v_booking.starts_at
        else booking.chosen_duration(p_terms => v_terms, p_duration => p_duration)
    end;
    v_now := booking.now();

    v_refusal := booking.reschedule_refusal(
        p_operation_id => p_operation_id, p_booking => v_booking, p_terms => v_terms,
        p_expected_version => p_expected_version, p_is_override => p_override_reason is not null,
        p_now => v_now
    );
    if v_refusal.status is not null then
        return v_refusal;
    end if;
    if (p_starts_at, p_starts_at + v_duration, array[v_resource_id], v_terms.time_zone)
        = (v_booking.starts_at, v_booking.ends_at, v_booking.resource_ids, v_booking.time_zone)
    then -- as asked already: an event would tell everybody of a change that is none
        return booking.booking_outcome(p_operation_id => p_operation_id, p_booking => v_booking);
    end if;
    if not booking.move_claims(
        p_booking => v_booking, p_resource_id => v_resource_id,
        p_terms => booking.terms_of_start(
            p_actor => p_actor, p_terms => v_terms, p_booking => v_booking, p_starts_at => p_starts_at
        ),
        p_starts_at => p_starts_at, p_duration => v_duration, p_now => v_now
    ) then
        return booking.slot_refusal(
            p_tenant_id => p_tenant_id, p_actor => p_actor, p_operation_id => p_operation_id, p_terms => v_terms,
            p_starts_at => p_starts_at, p_resource_id => v_resource_id, p_duration => v_duration,
            p_party_size => v_booking.party_size, p_now => v_now, p_booking => v_booking
        );
    end if;

    update booking.booking as b
    set
        status = booking.next_status(p_status => b.status, p_kind => 'rescheduled'),
        version = b.version + 1, starts_at = p_starts_at, ends_at = p_starts_at + v_duration,
        time_zone = v_terms.time_zone, starts_local = p_starts_at at time zone v_terms.time_zone,
        resource_ids = array[v_resource_id], reschedule_count = b.reschedule_count + 1,
        rescheduled_at = v_now
    where b.tenant_id = p_tenant_id and b.booking_id = p_booking_id
    returning b.* into v_booking;
    perform booking.record_event(
        p_actor => p_actor, p_operation_id => p_operation_id, p_booking => v_booking,
        p_kind => 'rescheduled',
        p_changes => booking.schedule_of(v_booking)
            || jsonb_strip_nulls(
                jsonb_build_object(
                    'reschedule_count', v_booking.reschedule_count,
                    'rescheduled_at', v_booking.rescheduled_at, 'override_reason', p_override_reason
                )
            ),
        p_now => v_now
    );
    return booking.booking_outcome(p_operation_id => p_operation_id, p_booking => v_booking);
end
$function$;

comment on function booking.move_booking(
    uuid, booking.actor, uuid, uuid, timestamptz, uuid, interval, integer, text, text
) is 'The outcome of a reschedule that is asked for the first time; not recorded yet.';
