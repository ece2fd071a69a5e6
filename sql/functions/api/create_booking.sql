create or replace function booking_v1.create_booking(
    p_idempotency_key text,
    p_service_id uuid,
    p_starts_at timestamptz,
    p_customer_id uuid default null,
    p_customer_name text default null,
    p_customer_email text default null,
    p_customer_phone text default null,
    p_resource_id uuid default null,
    p_duration interval default null,
    p_party_size integer default 1,
    p_hold_token uuid default null,
    p_timezone text default null,
    p_answers jsonb default '{}',
    p_notes text default null,
    p_metadata jsonb default '{}'
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
    from booking.create_booking(
        booking.caller_tenant_id(), booking.caller(), p_idempotency_key, p_service_id, p_starts_at,
        p_customer_id, p_customer_name, p_customer_email, p_customer_phone, p_resource_id, p_duration,
        p_party_size, p_hold_token, p_timezone, p_answers, p_notes, p_metadata
    ) as o;
    return booking.respond(v_outcome);
end
$function$;

comment on function booking_v1.create_booking(
    text, uuid, timestamptz, uuid, text, text, text, uuid, interval, integer, uuid, text, jsonb, text, jsonb
) is
'Books a start of a service, once for each idempotency key.

The same key with the same arguments gives the same outcome, replayed; with others it is refused (key_reused).
p_customer_id, or a name, e-mail address or phone number: a guest known by that address is not added again
and not changed; a number as in upsert_customer. None of them: a walk-in. Another name than the customer''s is that of
whom the booking is for.
p_resource_id: with whom; null: whoever is free, by preference of working hours, then by load.
p_duration: one of the service''s, elapsed time as in upsert_service; null: its own.
p_timezone: IANA zone for messages to the customer.
p_answers, p_metadata: JSON objects of at most 16 KiB and 32 levels. language in p_metadata, such as de-AT: in which
the customer is written to about it. p_notes: at most 4000 characters.
A visitor (policy public_booking) gets manage_token, with which the booking can be seen, cancelled and
rescheduled; customers book for themselves, and what they say of themselves is kept where it wasn''t known.
The booking is confirmed, or pending if the service asks for confirmation.

Refusals (status failed, http_status): in_the_past, too_soon, too_far_ahead, outside_opening_hours,
outside_availability, holiday, time_off, duration_not_allowed, limit_reached, no_resource (400); slot_taken
with details.alternatives, hold_lost (409); key_reused (422).
Raises invalid_argument, not_found, not_allowed, not_authenticated, in_progress; nothing is recorded then.';
