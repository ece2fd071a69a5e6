create or replace function booking.check_price(p_price numeric)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => p_price >= 0 and p_price < 1e12 and min_scale(p_price) <= 4, p_argument => 'p_price',
        p_message => 'must be at least 0 and less than 1000000000000, with at most 4 decimal places'
    )
$function$;

comment on function booking.check_price(numeric) is 'Raises invalid_argument on what is no price.';
