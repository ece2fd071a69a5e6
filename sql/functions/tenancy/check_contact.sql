-- How somebody is named and reached: raises invalid_argument on what the table would refuse.
create or replace function booking.check_contact(p_name text, p_email text, p_phone text, p_prefix text)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_argument(
        p_is_valid => booking.is_contact(p_name => p_name, p_email => null, p_phone => null),
        p_argument => p_prefix || 'name', p_message => 'must be one line of 1 to 200 characters'
    );
    perform booking.check_argument(
        p_is_valid => booking.is_contact(p_name => null, p_email => p_email, p_phone => null),
        p_argument => p_prefix || 'email', p_message => 'must be an e-mail address'
    );
    perform booking.check_argument(
        p_is_valid => booking.is_contact(p_name => null, p_email => null, p_phone => p_phone),
        p_argument => p_prefix || 'phone', p_message => 'must be a telephone number of at most 50 characters: +49 30 1234, (030) 1234-5, 030 1234 x 5'
    );
end
$function$;

comment on function booking.check_contact(text, text, text, text) is
'Raises invalid_argument on a name, address or number that is none. p_prefix: of the arguments'' names.';
