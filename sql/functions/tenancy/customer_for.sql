-- Whom a booking is for: the customer named by id, or the one with that e-mail address, or a new one. What is
-- known of somebody is never overwritten by what a booking says. Writes booking.customer.
create or replace function booking.customer_for(
    p_tenant_id uuid,
    p_customer_id uuid,
    p_name text,
    p_email text,
    p_phone text
)
returns uuid
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_customer_id uuid;
begin
    if p_customer_id is not null or coalesce(p_name, p_email, p_phone) is null then
        return p_customer_id; -- a walk-in needs no name
    end if;
    if p_email is not null then
        select c.customer_id into v_customer_id
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.email_key = lower(p_email);
    end if;
    if v_customer_id is null then
        insert into booking.customer as c (tenant_id, name, email, phone)
        values (p_tenant_id, p_name, p_email, p_phone)
        on conflict (tenant_id, email_key) do nothing
        returning c.customer_id into v_customer_id;
    end if;
    if v_customer_id is null then -- somebody else has just added the same address
        select c.customer_id into strict v_customer_id
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.email_key = lower(p_email);
    end if;
    return v_customer_id;
end
$function$;

comment on function booking.customer_for(uuid, uuid, text, text, text) is
'Finds or adds the customer of a booking. All null: null.';
