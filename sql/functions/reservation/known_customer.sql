-- Whom an imported booking names: by id, by the other system's id, or by address. Where it has none of these, by number
-- and name together: else a shop that takes bookings by telephone would get a new customer with each visit. Takes no
-- locks.
create or replace function booking.known_customer(
    p_tenant_id uuid,
    p_import booking.booking_import,
    p_imported_id uuid
)
returns uuid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_customer_id uuid;
begin
    select c.customer_id into v_customer_id
    from booking.customer as c
    where c.tenant_id = p_tenant_id and c.customer_id = coalesce(p_import.customer_id, p_imported_id);
    if v_customer_id is null and p_import.customer_id is null and p_import.customer_email is not null then
        select c.customer_id into v_customer_id
        from booking.customer as c
        where
            c.tenant_id = p_tenant_id and c.email_key = lower(p_import.customer_email collate "C")
            and c.subject is null;
    elsif v_customer_id is null and p_import.customer_id is null and p_imported_id is null then
        select c.customer_id into v_customer_id
        from booking.customer as c
        where
            c.tenant_id = p_tenant_id and c.subject is null
            and c.phone_key = ltrim(regexp_replace(p_import.customer_phone, '[^0-9]', '', 'g'), '0')
            and lower(c.name) is not distinct from lower(p_import.customer_name)
        order by c.created_at, c.customer_id
        limit 1;
    end if;
    return v_customer_id;
end
$function$;

comment on function booking.known_customer(uuid, booking.booking_import, uuid) is
'The customer whom an import names, perhaps erased; null: nobody known. p_imported_id: made of what they are called
there.';
