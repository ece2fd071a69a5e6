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
    perform booking.check_argument(
        p_is_valid => p_name is null or (btrim(p_name) <> '' and length(p_name) <= 200),
        p_argument => 'p_customer_name', p_message => 'must have between 1 and 200 characters'
    );
    perform booking.check_argument(
        p_is_valid => p_email is null or (
            length(p_email) <= 320 and p_email ~ '^[^[:space:][:cntrl:]@]+@[^[:space:][:cntrl:]@]+$'
        ),
        p_argument => 'p_customer_email', p_message => 'must be an e-mail address'
    );
    perform booking.check_argument(
        p_is_valid => p_phone is null or (btrim(p_phone) <> '' and length(p_phone) <= 50),
        p_argument => 'p_customer_phone', p_message => 'must have between 1 and 50 characters'
    );
    if p_customer_id is not null and not exists (
        select
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.customer_id = p_customer_id
    ) then
        perform booking.raise_error(
            p_code => 'not_found', p_message => 'there is no such customer',
            p_details => jsonb_build_object('argument', 'p_customer_id')
        );
    end if;
end
$function$;

comment on function booking.check_customer(uuid, uuid, text, text, text) is 'Raises invalid_argument or not_found.';
