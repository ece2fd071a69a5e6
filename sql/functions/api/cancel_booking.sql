create or replace function booking_v1.cancel_booking(
    p_idempotency_key text,
    p_booking_id uuid,
    p_reason text default null,
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
    from booking.cancel_booking(
        booking.caller_tenant_id(), booking.caller(), p_idempotency_key, p_booking_id, p_reason,
        p_expected_version, p_override_reason, p_manage_token
    ) as o;
    return booking.respond(v_outcome);
end
$function$;

comment on function booking_v1.cancel_booking(text, uuid, text, integer, text, text) is
'Cancels a booking; its time is free at once.

p_reason: kept in the history; no personal data, please. p_expected_version: refuse unless the booking is at
this version; null: whatever it is.
p_override_reason: goes past the deadline, for members and applications; the history keeps who and why.
p_manage_token: what a visitor was given with the booking.
Refusals: deadline_passed (400), version_conflict, invalid_transition (409), key_reused (422).
Raises invalid_argument, not_found, not_allowed, not_authenticated, in_progress.';
