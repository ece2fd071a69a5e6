-- Called by booking_v1.upsert_customer only. Locks the customer. Writes customer.
create or replace function booking.upsert_customer(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_name text,
    p_email text,
    p_phone text,
    p_customer_id uuid,
    p_language text,
    p_time_zone text
)
returns uuid
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_old booking.customer;
    v_customer_id uuid;
    v_name text;
    v_email text;
    v_phone text;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'upsert_customer'
    );
    perform booking.check_contact(
        p_name => nullif(p_name, ''), p_email => nullif(p_email, ''), p_phone => nullif(p_phone, ''),
        p_prefix => 'p_'
    );
    if nullif(p_language, '') is not null then
        perform booking.check_language(p_language => p_language, p_argument => 'p_language');
    end if;
    if nullif(p_time_zone, '') is not null then
        perform booking.check_time_zone(p_time_zone => p_time_zone, p_argument => 'p_time_zone');
    end if;
    loop -- once, as a rule
        -- without an id, the customer with that address is the one that is meant
        select c.* into v_old
        from booking.customer as c
        where
            c.tenant_id = p_tenant_id
            and (
                c.customer_id = p_customer_id
                or (p_customer_id is null and c.email_key = lower(p_email collate "C") and c.subject is null)
            )
        for no key update; -- messages to them needn't wait
        perform booking.check_found(
            p_is_found => v_old.erased_at is null, p_argument => 'p_customer_id', p_what => 'customer'
        );
        v_customer_id := coalesce(p_customer_id, v_old.customer_id, gen_random_uuid());
        v_name := nullif(coalesce(p_name, v_old.name), '');
        v_email := nullif(coalesce(p_email, v_old.email), '');
        v_phone := nullif(coalesce(p_phone, v_old.phone), '');
        perform booking.check_argument(
            p_is_valid => coalesce(v_name, v_email, v_phone) is not null, p_argument => 'p_name',
            p_message => 'must be given, or p_email, or p_phone'
        );
        begin
            insert into booking.customer (tenant_id, customer_id, name, email, phone, language, time_zone, created_at)
            values (
                p_tenant_id, v_customer_id, v_name, v_email, v_phone,
                nullif(coalesce(p_language, v_old.language), ''), nullif(coalesce(p_time_zone, v_old.time_zone), ''),
                booking.now()
            )
            on conflict (tenant_id, customer_id) do update
                set
                    name = excluded.name, email = excluded.email, phone = excluded.phone,
                    language = excluded.language, time_zone = excluded.time_zone;
            exit;
        exception when unique_violation then
            -- without an id, by who has just been added: the next look finds them, if its snapshot is new
            perform booking.check_argument(
                p_is_valid => p_customer_id is null and current_setting('transaction_isolation') = 'read committed',
                p_argument => 'p_email', p_message => 'is that of another customer'
            );
        end;
    end loop;
    return v_customer_id;
end
$function$;

comment on function booking.upsert_customer(uuid, booking.actor, text, text, text, uuid, text, text) is
'See booking_v1.upsert_customer.';
