-- Infinity and far-away years are typing errors, as they are in instants.
create or replace function booking.check_date(p_date date, p_argument text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => p_date between '1970-01-01' and '2200-01-01', p_argument => p_argument,
        p_message => 'must be a date between the years 1970 and 2200'
    )
$function$;

comment on function booking.check_date(date, text) is 'Raises invalid_argument on null and implausible dates.';
