-- What every command on an existing booking asks first: is it still the version the caller saw, and does its
-- status allow this? Returns a refusal, or an outcome without status: go ahead.
create or replace function booking.transition_refusal(
    p_operation_id uuid,
    p_booking booking.booking,
    p_kind text,
    p_expected_version integer
)
returns booking_v1.outcome
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_expected_version <> p_booking.version then
        return booking.refusal(
            p_operation_id => p_operation_id, p_code => 'version_conflict',
            p_message => format('the booking is at version %s, not %s', p_booking.version, p_expected_version),
            p_booking => p_booking
        );
    end if;
    if not exists (
        select
        from booking.status_transition as t
        where t.from_status = p_booking.status and t.event_kind = p_kind
    ) then
        return booking.refusal(
            p_operation_id => p_operation_id, p_code => 'invalid_transition',
            p_message => format('a booking that is %s cannot be %s', p_booking.status, p_kind),
            p_booking => p_booking
        );
    end if;
    return null;
end
$function$;

comment on function booking.transition_refusal(uuid, booking.booking, text, integer) is
'A refusal, or null. p_expected_version null: any version will do.';
