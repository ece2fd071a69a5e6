create or replace function booking.check_party_size(p_party_size integer)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => booking.is_party_size(p_party_size), p_argument => 'p_party_size',
        p_message => 'must be between 1 and 10000'
    )
$function$;

comment on function booking.check_party_size(integer) is 'Raises invalid_argument on what is no number of people.';
