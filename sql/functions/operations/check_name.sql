create or replace function booking.check_name(p_name text, p_argument text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => booking.is_name(p_name => p_name), p_argument => p_argument,
        p_message => 'must be one line of 1 to 200 characters'
    )
$function$;

comment on function booking.check_name(text, text) is 'Raises invalid_argument on what names nothing.';
