-- Durations are elapsed time, as elapsed_time makes it: a month is none, since not all have the same length.
create or replace function booking.check_duration(
    p_duration interval,
    p_argument text,
    p_least interval default '00:00:01',
    p_most interval default '744:00'
)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid =>
            p_duration between p_least and p_most
            and extract(month from p_duration) = 0 and extract(year from p_duration) = 0,
        p_argument => p_argument,
        p_message => format('must be elapsed time (no months), between %s and %s', p_least, p_most)
    )
$function$;

comment on function booking.check_duration(interval, text, interval, interval) is
'Raises invalid_argument unless it is an exact duration from p_least to p_most; by default, of a booking.';
