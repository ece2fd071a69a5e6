create or replace function booking_v1.confirm_booking(
    p_idempotency_key text,
    p_booking_id uuid,
    p_expected_version integer default null
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
    from booking.confirm_booking(
        booking.caller_tenant_id(), booking.caller(), p_idempotency_key, p_booking_id, p_expected_version
    ) as o;
    return booking.respond(v_outcome);
end
$function$;

comment on function booking_v1.confirm_booking(text, uuid, integer) is
'Confirms a pending booking.

p_expected_version: refuse unless the booking is at this version; null: whatever it is.
Refusals: version_conflict, invalid_transition (409), key_reused (422).
Raises invalid_argument, not_found, not_authenticated, in_progress.';
