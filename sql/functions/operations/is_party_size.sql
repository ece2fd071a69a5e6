create or replace function booking.is_party_size(p_party_size integer)
returns boolean
language sql
immutable parallel safe
as $function$
    select coalesce(p_party_size between 1 and 10000, false)
$function$;

comment on function booking.is_party_size(integer) is 'Whether it is a number of people.';
