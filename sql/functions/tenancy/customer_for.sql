-- Whom a booking is for: a customer themselves; else the one named by id, or the guest with that e-mail
-- address, or a new one. What is known of somebody is never overwritten by what a booking says. Locks
-- them, so that nobody is erased while a booking of theirs is being made. Writes booking.customer.
create or replace function booking.customer_for(
    p_tenant_id uuid,
    p_actor booking.actor,
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
    v_subject text := case when p_actor.role = 'customer' then p_actor.subject end;
    v_customer_id uuid := coalesce(p_customer_id, p_actor.customer_id);
begin
    if v_customer_id is not null then
        perform c.customer_id
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.customer_id = v_customer_id and c.erased_at is null
        for key share;
        perform booking.check_found(p_is_found => found, p_argument => 'p_customer_id', p_what => 'customer');
        return v_customer_id;
    end if;
    if coalesce(p_name, p_email, p_phone, v_subject) is null then
        return null; -- a walk-in needs no name
    end if;
    if p_email is not null and v_subject is null then
        select c.customer_id into v_customer_id
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.email_key = lower(p_email) and c.subject is null
        for key share;
    end if;
    if v_customer_id is null then
        insert into booking.customer as c (tenant_id, name, email, phone, subject)
        values (p_tenant_id, p_name, p_email, p_phone, v_subject)
        on conflict do nothing
        returning c.customer_id into v_customer_id;
    end if;
    if v_customer_id is null then -- somebody else has just added the same one
        select c.customer_id into strict v_customer_id
        from booking.customer as c
        where
            c.tenant_id = p_tenant_id
            and (c.subject = v_subject or (v_subject is null and c.subject is null and c.email_key = lower(p_email)));
    end if;
    return v_customer_id;
end
$function$;

comment on function booking.customer_for(uuid, booking.actor, uuid, text, text, text) is
'Finds or adds the customer of a booking. Nothing said by nobody known: null.';
