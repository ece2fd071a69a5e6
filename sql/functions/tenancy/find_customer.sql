-- Whom a booking is for, if they are known: a customer themselves; else the one named by id, or the guest with
-- that e-mail address. Locks them, so that nobody is erased while a booking of theirs is being made.
create or replace function booking.find_customer(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_customer_id uuid,
    p_email text
)
returns uuid
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_customer_id uuid := coalesce(p_customer_id, p_actor.customer_id);
begin
    if v_customer_id is not null then
        perform c.customer_id
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.customer_id = v_customer_id and c.erased_at is null
        for key share;
        perform booking.check_found(p_is_found => found, p_argument => 'p_customer_id', p_what => 'customer');
    elsif p_email is not null and p_actor.role <> 'customer' then
        select c.customer_id into v_customer_id
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.email_key = lower(p_email collate "C") and c.subject is null
        for key share;
    end if;
    return v_customer_id;
end
$function$;

comment on function booking.find_customer(uuid, booking.actor, uuid, text) is
'The customer of a booking; null: nobody known. Raises not_found on an id that is none.';
