-- Whether a booking may be rescheduled at all, wherever to: version, status, deadline, count.
create or replace function booking.reschedule_refusal(
    p_operation_id uuid,
    p_booking booking.booking,
    p_terms booking.terms,
    p_expected_version integer,
    p_is_override boolean,
    p_now timestamptz
)
returns booking_v1.outcome
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_most integer := booking.policy_integer(p_terms => p_terms, p_policy_name => 'max_reschedules');
    v_refusal booking_v1.outcome;
begin
    v_refusal := booking.transition_refusal(
        p_operation_id => p_operation_id, p_booking => p_booking, p_kind => 'rescheduled',
        p_expected_version => p_expected_version
    );
    if v_refusal.status is null and not p_is_override then
        v_refusal := booking.deadline_refusal(
            p_operation_id => p_operation_id, p_booking => p_booking,
            p_hours => booking.policy_integer(p_terms => p_terms, p_policy_name => 'reschedule_deadline_hours'),
            p_now => p_now
        );
    end if;
    if v_refusal.status is null and not p_is_override and p_booking.reschedule_count >= v_most then
        v_refusal := booking.refusal(
            p_operation_id => p_operation_id, p_code => 'max_reschedules',
            p_message => format('a booking can be rescheduled %s', booking.counted(p_count => v_most, p_noun => 'time')),
            p_booking => p_booking
        );
    end if;
    return v_refusal;
end
$function$;

comment on function booking.reschedule_refusal(uuid, booking.booking, booking.terms, integer, boolean, timestamptz) is
'A refusal, or null. p_expected_version null: any version will do. p_is_override: past deadline and count.';
