create or replace function booking_v1.upsert_customer(
    p_name text default null,
    p_email text default null,
    p_phone text default null,
    p_customer_id uuid default null,
    p_language text default null,
    p_time_zone text default null
)
returns table (customer_id uuid)
language sql
volatile
as $function$
    select booking.upsert_customer(
        booking.caller_tenant_id(), booking.caller(), p_name, p_email, p_phone, p_customer_id,
        p_language, p_time_zone
    )
$function$;

comment on function booking_v1.upsert_customer(text, text, text, uuid, text, text) is
'Adds a customer, or changes the one with that id or, without one, the guest with that address; returns the id.

p_email: one guest of the tenant has it, whatever its case; accounts can have it as well.
p_phone: as people write it: +49 30 1234, (030) 1234-5, 030 1234 x 5.
p_customer_id: an id that the tenant does not have: a new customer with this id.
p_language: in which they are written to: de, de-AT; none: that of the tenant.
p_time_zone: IANA name, in which they are told times, unless a booking says another; none: that of the place.
What is null stays as it is, and '''' removes it; a name, an address or a number must remain.
Raises invalid_argument, not_authenticated.';
