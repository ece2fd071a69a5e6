-- What a booking says of somebody who is known. An account may only say in a later booking how it can be reached, so
-- what was missing is filled in. What is known stays: the shop knows it better than a form that is filled in again.
-- Writes booking.customer.
create or replace function booking.meet_customer(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_customer_id uuid,
    p_request booking.booking_request
)
returns text
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_actor.role = 'customer' then
        update booking.customer as c
        set
            name = coalesce(c.name, p_request.customer_name), email = coalesce(c.email, p_request.customer_email),
            phone = coalesce(c.phone, p_request.customer_phone)
        where
            c.tenant_id = p_tenant_id and c.customer_id = p_customer_id
            and (
                (c.name is null and p_request.customer_name is not null)
                or (c.email is null and p_request.customer_email is not null)
                or (c.phone is null and p_request.customer_phone is not null)
            );
    end if;
    return booking.guest_name(
        p_tenant_id => p_tenant_id, p_customer_id => p_customer_id, p_name => p_request.customer_name
    );
end
$function$;

comment on function booking.meet_customer(uuid, booking.actor, uuid, booking.booking_request) is
'Sets of an account what is not known yet. Gives the name that the booking is made under; null: the customer''s own.';
