-- What is said of a booking beside its time and its service is the same, whoever brings it.
create or replace function booking.check_extras(
    p_party_size integer,
    p_name text,
    p_email text,
    p_phone text,
    p_time_zone text,
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
    perform booking.check_party_size(p_party_size => p_party_size);
    perform booking.check_contact(
        p_name => p_name, p_email => p_email, p_phone => p_phone, p_prefix => 'p_customer_'
    );
    if p_time_zone is not null then
        perform booking.check_time_zone(p_time_zone => p_time_zone, p_argument => 'p_timezone');
    end if;
    perform booking.check_json(p_value => p_answers, p_argument => 'p_answers');
    perform booking.check_json(p_value => p_metadata, p_argument => 'p_metadata');
    perform booking.check_text(p_text => p_notes, p_argument => 'p_notes', p_most => 4000);
end
$function$;

comment on function booking.check_extras(integer, text, text, text, text, jsonb, text, jsonb) is
'Raises invalid_argument on a party, a customer, a zone or a text that no booking can have.';
