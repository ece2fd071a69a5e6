create or replace function booking.has_count_limit(p_terms booking.terms)
returns boolean
language sql
immutable
as $function$
    select
        booking.policy_integer(p_terms, 'max_bookings_per_day') is not null
        or booking.policy_integer(p_terms, 'max_bookings_per_week') is not null
$function$;

comment on function booking.has_count_limit(booking.terms) is 'Whether bookings of the service are counted.';
