create or replace function booking.check_whole_minutes(p_duration interval, p_argument text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => extract(second from p_duration) = 0, p_argument => p_argument,
        p_message => 'must be whole minutes'
    )
$function$;

comment on function booking.check_whole_minutes(interval, text) is 'Raises invalid_argument on seconds.';
