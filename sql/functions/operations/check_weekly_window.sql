-- An end that is not after the start lies on the next day, so any two times are a window; 24:00 is an end only.
create or replace function booking.check_weekly_window(p_weekday integer, p_start_time time, p_end_time time)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_argument(
        p_is_valid => p_weekday between 0 and 6, p_argument => 'p_weekday',
        p_message => 'must be between 0 (Sunday) and 6 (Saturday)'
    );
    perform booking.check_argument(
        p_is_valid => p_start_time < '24:00', p_argument => 'p_start_time',
        p_message => 'must be a time before 24:00'
    );
    perform booking.check_argument(
        p_is_valid => p_end_time is not null, p_argument => 'p_end_time', p_message => 'must be a time'
    );
end
$function$;

comment on function booking.check_weekly_window(integer, time, time) is
'Raises invalid_argument on what is no weekday or no window of local time.';
