-- What an account says of itself later than in its first booking, without which nobody could write to it. What is known
-- stays: of that the shop knows more than a form that is filled in again. Writes booking.customer.
create or replace function booking.complete_customer(
    p_tenant_id uuid,
    p_customer_id uuid,
    p_name text,
    p_email text,
    p_phone text
)
returns void
language sql
volatile
as $function$
    update booking.customer as c
    set name = coalesce(c.name, p_name), email = coalesce(c.email, p_email), phone = coalesce(c.phone, p_phone)
    where
        c.tenant_id = p_tenant_id and c.customer_id = p_customer_id
        and (
            (c.name is null and p_name is not null)
            or (c.email is null and p_email is not null)
            or (c.phone is null and p_phone is not null)
        )
$function$;

comment on function booking.complete_customer(uuid, uuid, text, text, text) is
'Sets of a customer what is not known yet: name, e-mail address, telephone number; null: not said.';
