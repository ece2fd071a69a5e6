create or replace function booking.check_time_zone(p_time_zone text, p_argument text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => exists (select from booking.time_zone as z where z.name = p_time_zone),
        p_argument => p_argument, p_message => 'must be an IANA time zone such as Europe/Berlin'
    )
$function$;

comment on function booking.check_time_zone(text, text) is 'Raises invalid_argument on what is no IANA zone name.';
