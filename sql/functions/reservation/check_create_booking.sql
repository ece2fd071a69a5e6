-- Refuses what no booking can be made of. The usual request is in order, and to see that takes one expression;
-- only otherwise is it asked what is wrong.
create or replace function booking.check_create_booking(
    p_tenant_id uuid,
    p_starts_at timestamptz,
    p_customer_id uuid,
    p_customer_name text,
    p_customer_email text,
    p_customer_phone text,
    p_party_size integer,
    p_timezone text,
    p_answers jsonb,
    p_notes text,
    p_metadata jsonb
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if booking.is_instant(p_starts_at) and booking.is_party_size(p_party_size)
        and booking.is_contact(
            p_name => p_customer_name, p_email => p_customer_email, p_phone => p_customer_phone
        )
        and booking.is_small_object(p_answers) and booking.is_small_object(p_metadata)
        and p_customer_id is null and p_timezone is null and p_notes is null
    then
        return;
    end if;
    perform booking.check_instant(p_instant => p_starts_at, p_argument => 'p_starts_at');
    perform booking.check_party_size(p_party_size => p_party_size);
    perform booking.check_contact(
        p_name => p_customer_name, p_email => p_customer_email, p_phone => p_customer_phone,
        p_prefix => 'p_customer_'
    );
    perform booking.check_found(
        p_is_found => p_customer_id is null or exists (
            select
            from booking.customer as c
            where c.tenant_id = p_tenant_id and c.customer_id = p_customer_id and c.erased_at is null
        ),
        p_argument => 'p_customer_id', p_what => 'customer'
    );
    if p_timezone is not null then
        perform booking.check_time_zone(p_time_zone => p_timezone, p_argument => 'p_timezone');
    end if;
    perform booking.check_json(p_value => p_answers, p_argument => 'p_answers');
    perform booking.check_json(p_value => p_metadata, p_argument => 'p_metadata');
    perform booking.check_text(p_text => p_notes, p_argument => 'p_notes', p_most => 4000);
end
$function$;

comment on function booking.check_create_booking(
    uuid, timestamptz, uuid, text, text, text, integer, text, jsonb, text, jsonb
) is 'Raises invalid_argument or not_found on what no booking can be made of.';
