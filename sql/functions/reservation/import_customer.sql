-- Whom an imported booking is for. Somebody unknown is added, if p_adds; what is known of somebody is never
-- overwritten. Locks the customer, so that they are not erased meanwhile, unless the booking is theirs already: whoever
-- erases them has locked them and waits for the booking, which the caller has locked, so the two would wait for each
-- other; and the booking is emptied afterwards in any case. Writes customer.
create or replace function booking.import_customer(
    p_tenant_id uuid,
    p_import booking.booking_import,
    p_booking_customer_id uuid,
    p_adds boolean
)
returns uuid
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_customer_id uuid;
    v_imported_id uuid := case
        when p_import.customer_external_id is not null
            then booking.imported_id(
                p_tenant_id => p_tenant_id, p_kind => 'customer', p_source => p_import.source,
                p_external_id => p_import.customer_external_id
            )
    end;
begin
    for v_try in 1..3 loop -- a second time where somebody else has just added or erased them
        v_customer_id := booking.known_customer(
            p_tenant_id => p_tenant_id, p_import => p_import, p_imported_id => v_imported_id
        );
        exit when v_customer_id = p_booking_customer_id;
        if v_customer_id is not null or p_import.customer_id is not null then
            perform c.customer_id
            from booking.customer as c
            where c.tenant_id = p_tenant_id and c.customer_id = v_customer_id and c.erased_at is null
            for key share;
            exit when found;
            perform booking.check_found(
                p_is_found => coalesce(v_customer_id, p_import.customer_id)
                    is distinct from coalesce(p_import.customer_id, v_imported_id),
                p_what => 'customer',
                p_argument => case
                    when p_import.customer_id is null then 'p_customer_external_id'
                    else 'p_customer_id'
                end
            );
            continue;
        end if;
        exit when
            not p_adds or coalesce(p_import.customer_name, p_import.customer_email, p_import.customer_phone) is null;
        insert into booking.customer as c (tenant_id, customer_id, name, email, phone, created_at)
        values (
            p_tenant_id, coalesce(v_imported_id, gen_random_uuid()), p_import.customer_name, p_import.customer_email,
            p_import.customer_phone, booking.now()
        )
        on conflict do nothing
        returning c.customer_id into v_customer_id;
        exit when found;
    end loop;
    perform booking.check_argument(
        p_is_valid => v_customer_id is not null or not p_adds or v_imported_id is null,
        p_argument => 'p_customer_external_id',
        p_message => 'is not known: a name, an address or a number is needed as well'
    );
    return v_customer_id;
end
$function$;

comment on function booking.import_customer(uuid, booking.booking_import, uuid, boolean) is
'The customer of an imported booking; null: nobody was named or, unless p_adds, nobody known. Raises not_found on an id
that is none, or of somebody erased. p_booking_customer_id: of a booking that is known, whose it is.';
