create or replace function booking_v1.export_customer(p_customer_id uuid default null)
returns jsonb
language sql
volatile
as $function$
    select booking.export_customer(booking.caller_tenant_id(), booking.caller(), p_customer_id)
$function$;

comment on function booking_v1.export_customer(uuid) is
'Everything that is kept about a customer, as one JSON object.

p_customer_id: null: the customer who calls.
customer is their record; bookings have answers, notes, metadata and history, for customers without an override_reason;
messages are those to them, without their words; accesses are the readings of their data by members: when, by which
role, through which function. Instants are UTC.
Raises invalid_argument, not_found, not_allowed, not_authenticated.';
