create or replace function booking_v1.list_customers(
    p_search text default null,
    p_limit integer default 100,
    p_after uuid default null
)
returns table (
    customer_id uuid, name text, email text, phone text, created_at timestamptz, language text, time_zone text
)
language sql
volatile
as $function$
    select c.customer_id, c.name, c.email, c.phone, c.created_at, c.language, c.time_zone
    from booking.list_customers(
        booking.caller_tenant_id(), booking.caller(), null, p_search, p_limit, p_after
    ) as c
$function$;

comment on function booking_v1.list_customers(text, integer, uuid) is
'Customers by name, or by what else is known of them.

p_search: part of a name or address, whatever its case (beyond a to z, as the database''s locale has it), or of a
number, however it is written; null: all.
p_limit: 1 to 10000 rows.
p_after: only customers after this one; pass the last customer_id for the next page.
Raises invalid_argument, not_authenticated.';
