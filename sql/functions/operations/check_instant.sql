create or replace function booking.check_instant(p_instant timestamptz, p_argument text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => booking.is_instant(p_instant),
        p_argument => p_argument, p_message => 'must be an instant between the years 1970 and 2200'
    )
$function$;

comment on function booking.check_instant(timestamptz, text) is
'Raises invalid_argument on null and implausible instants.';
