-- A mother books for her daughter, and the shop has to know who comes.
create or replace function booking.guest_name(p_tenant_id uuid, p_customer_id uuid, p_name text)
returns text
language sql
stable
as $function$
    select p_name
    from booking.customer as c
    where c.tenant_id = p_tenant_id and c.customer_id = p_customer_id and lower(c.name) is distinct from lower(p_name)
$function$;

comment on function booking.guest_name(uuid, uuid, text) is
'The name that a booking is made under, where it is not the customer''s own, whatever their case; else null.';
