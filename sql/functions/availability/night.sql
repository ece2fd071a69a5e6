create or replace function booking.night(p_start_time time, p_end_time time)
returns interval
language sql
immutable parallel safe
as $function$
    select case when p_end_time <= p_start_time then interval '24:00' else interval '0' end
$function$;

comment on function booking.night(time, time) is
'What has to be added to an end that is not after its start, because it lies on the next day.';
