-- What a caller says of a customer: raises invalid_argument on what the table would refuse, and not_found on
-- an id that the tenant does not have.
create or replace function booking.check_customer(
    p_tenant_id uuid,
    p_customer_id uuid,
    p_name text,
    p_email text,
    p_phone text
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_contact(
        p_name => p_name, p_email => p_email, p_phone => p_phone, p_prefix => 'p_customer_'
    );
    perform booking.check_found(
        p_is_found => p_customer_id is null or exists (
            select
            from booking.customer as c
            where c.tenant_id = p_tenant_id and c.customer_id = p_customer_id
        ),
        p_argument => 'p_customer_id', p_what => 'customer'
    );
end
$function$;

comment on function booking.check_customer(uuid, uuid, text, text, text) is 'Raises invalid_argument or not_found.';
