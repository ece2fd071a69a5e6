create or replace function booking_v1.erase_customer(
    p_idempotency_key text,
    p_customer_id uuid default null,
    p_reason text default null
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
    from booking.erase_customer(
        booking.caller_tenant_id(), booking.caller(), p_idempotency_key, p_customer_id, p_reason
    ) as o;
    return booking.respond(v_outcome);
end
$function$;

comment on function booking_v1.erase_customer(text, uuid, text) is
'Removes who a customer was, for good; what they booked stays in the books, without a name.

Name, address, number and account go; so do notes, answers and metadata of their bookings, and the reasons in
their histories. Bookings to come are cancelled, whatever the deadline. Erasing again changes nothing.
p_customer_id: null: the customer who calls; of whom nothing is kept, that is done, too.
p_reason: kept in the history of what is cancelled; no personal data, please. At most 500 characters.
Refusals: key_reused (422).
Raises invalid_argument, not_found, not_allowed, not_authenticated, in_progress.';
