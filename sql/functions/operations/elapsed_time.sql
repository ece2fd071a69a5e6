-- A duration is elapsed time, so a day of it is 24 hours, whatever clocks do meanwhile: programs say 25 hours as one
-- day and one hour. A month is no such time, and days beyond a century may be more hours than there can be: they stay
-- as they are, for check_duration to refuse.
create or replace function booking.elapsed_time(p_duration interval)
returns interval
language sql
immutable parallel safe
as $function$
    select case
        when
            extract(month from p_duration) = 0 and extract(year from p_duration) = 0
            and p_duration between '-36500 days' and '36500 days'
            then make_interval(secs => extract(epoch from p_duration)::double precision)
        else p_duration
    end
$function$;

comment on function booking.elapsed_time(interval) is 'The same in hours, minutes and seconds. Null is null.';
