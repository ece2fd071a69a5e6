-- Whom an imported booking is for: by id, by the other system's id, by address; and who has neither, by number
-- and name, or a shop that only telephones would have a new customer for each visit. Locks them, so that nobody
-- is erased meanwhile. Who is not known is added, if asked for. What is known of somebody is never overwritten.
-- Writes customer.
create or replace function booking.import_customer(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_import booking.booking_import,
    p_adds boolean
)
returns uuid
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_customer booking.customer;
    v_new_id uuid := case
        when p_import.customer_external_id is not null
            then booking.imported_id(
                p_tenant_id => p_tenant_id, p_kind => 'customer', p_source => p_import.source,
                p_external_id => p_import.customer_external_id
            )
    end;
begin
    if p_import.customer_id is not null then
        return booking.find_customer(
            p_tenant_id => p_tenant_id, p_actor => p_actor, p_customer_id => p_import.customer_id, p_email => null
        );
    end if;
    for v_try in 1..3 loop -- a second time where somebody else has just added the same one
        select c.* into v_customer
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.customer_id = v_new_id
        for key share;
        perform booking.check_found(
            p_is_found => v_customer.erased_at is null, p_argument => 'p_customer_external_id', p_what => 'customer'
        );
        if v_customer.customer_id is null and p_import.customer_email is not null then
            v_customer.customer_id := booking.find_customer(
                p_tenant_id => p_tenant_id, p_actor => p_actor, p_customer_id => null,
                p_email => p_import.customer_email
            );
        end if;
        if v_customer.customer_id is null and v_new_id is null and p_import.customer_email is null then
            select c.* into v_customer
            from booking.customer as c
            where
                c.tenant_id = p_tenant_id and c.subject is null
                and c.phone_key = ltrim(regexp_replace(p_import.customer_phone, '[^0-9]', '', 'g'), '0')
                and lower(c.name) is not distinct from lower(p_import.customer_name)
            order by c.created_at, c.customer_id
            limit 1
            for key share;
        end if;
        exit when
            v_customer.customer_id is not null or not p_adds
            or coalesce(p_import.customer_name, p_import.customer_email, p_import.customer_phone) is null;
        insert into booking.customer as c (tenant_id, customer_id, name, email, phone, created_at)
        values (
            p_tenant_id, coalesce(v_new_id, gen_random_uuid()), p_import.customer_name, p_import.customer_email,
            p_import.customer_phone, booking.now()
        )
        on conflict do nothing
        returning c.* into v_customer;
        exit when found;
    end loop;
    perform booking.check_argument(
        p_is_valid => v_customer.customer_id is not null or not p_adds or v_new_id is null,
        p_argument => 'p_customer_external_id',
        p_message => 'is not known: a name, an address or a number is needed as well'
    );
    return v_customer.customer_id;
end
$function$;

comment on function booking.import_customer(uuid, booking.actor, booking.booking_import, boolean) is
'The customer of an imported booking; null: nobody was named or, unless p_adds, nobody known. Raises not_found on an id
that is none, or of somebody erased.';
