-- Somebody new, by what a booking says of them; whoever is known already keeps what is known. Writes booking.customer.
create or replace function booking.add_customer(
    p_tenant_id uuid,
    p_actor booking.actor,
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
    v_customer_id uuid;
begin
    if coalesce(p_name, p_email, p_phone, v_subject) is null then
        return null; -- a walk-in needs no name
    end if;
    if octet_length(v_subject) > 2000 then -- which no index takes
        perform booking.raise_error(
            p_code => 'not_authenticated', p_message => 'the subject of the token has more than 2000 bytes'
        );
    end if;
    insert into booking.customer as c (tenant_id, name, email, phone, subject, created_at)
    values (p_tenant_id, p_name, p_email, p_phone, v_subject, booking.now())
    on conflict do nothing
    returning c.customer_id into v_customer_id;
    if v_customer_id is null then -- somebody else has just added the same one
        select c.customer_id into strict v_customer_id
        from booking.customer as c
        where
            c.tenant_id = p_tenant_id
            and (
                c.subject = v_subject
                or (v_subject is null and c.subject is null and c.email_key = lower(p_email collate "C"))
            );
    end if;
    return v_customer_id;
end
$function$;

comment on function booking.add_customer(uuid, booking.actor, text, text, text) is
'Adds the customer of a booking who is not known yet. Nothing said: null. Raises not_authenticated on an account that
can''t be kept.';
