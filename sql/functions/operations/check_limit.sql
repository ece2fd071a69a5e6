create or replace function booking.check_limit(p_limit integer)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => p_limit between 1 and 10000, p_argument => 'p_limit',
        p_message => 'must be between 1 and 10000; ask for the next page with p_after'
    )
$function$;

comment on function booking.check_limit(integer) is 'Raises invalid_argument on a limit that is no page size.';
