create or replace function booking.check_party_size(p_party_size integer)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_argument(
        p_is_valid => booking.is_party_size(p_party_size), p_argument => 'p_party_size',
        p_message => 'must be between 1 and 10000'
    );
end
$function$;

comment on function booking.check_party_size(integer) is 'Raises invalid_argument on what is no number of people.';
