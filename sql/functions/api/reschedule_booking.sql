create or replace function booking_v1.reschedule_booking(
    p_idempotency_key text,
    p_booking_id uuid,
    p_starts_at timestamptz,
    p_resource_id uuid default null,
    p_duration interval default null,
    p_expected_version integer default null,
    p_override_reason text default null,
    p_manage_token text default null
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_outcome booking_v1.outcome;
begin
    select o.* into v_outcome
    from booking.reschedule_booking(
        booking.caller_tenant_id(), booking.caller(), p_idempotency_key, p_booking_id, p_starts_at,
        p_resource_id, p_duration, p_expected_version, p_override_reason, p_manage_token
    ) as o;
    return booking.respond(v_outcome);
end
$function$;

comment on function booking_v1.reschedule_booking(
    text, uuid, timestamptz, uuid, interval, integer, text, text
) is
'Moves a booking to another start, or leaves it untouched.

It keeps its resource and its duration unless p_resource_id or p_duration says otherwise, does not stand in its
own way, and counts against max_reschedules. The new start obeys all rules of a new booking; moved by a member or an
application, the same start needs no notice again, and no advance limit ends before it. Where the booking is already as
asked, it is completed, and nothing changes, counts or is told to anybody.
p_expected_version: refuse unless the booking is at this version; null: whatever it is.
p_override_reason: goes past the deadline and the count, for members and applications; the history keeps who
and why. p_manage_token: what a visitor was given with the booking.
Refusals: those of create_booking, and deadline_passed, max_reschedules (400), version_conflict,
invalid_transition (409), key_reused (422). Raises invalid_argument, not_found, not_allowed,
not_authenticated, in_progress.';
