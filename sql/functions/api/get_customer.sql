create or replace function booking_v1.get_customer(p_customer_id uuid)
returns table (
    customer_id uuid, name text, email text, phone text, created_at timestamptz, language text, time_zone text
)
language sql
volatile
as $function$
    select c.customer_id, c.name, c.email, c.phone, c.created_at, c.language, c.time_zone
    from booking.list_customers(
        booking.caller_tenant_id(), booking.caller(), p_customer_id, null, 1, null
    ) as c
    where p_customer_id is not null
$function$;

comment on function booking_v1.get_customer(uuid) is
'One customer; no row if the tenant has none with this id.

Raises not_authenticated.';
