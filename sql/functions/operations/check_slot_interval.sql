create or replace function booking.check_slot_interval(p_slot_interval interval)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_duration(
        p_duration => p_slot_interval, p_argument => 'p_slot_interval', p_least => '00:01', p_most => '24:00'
    );
    perform booking.check_whole_minutes(p_duration => p_slot_interval, p_argument => 'p_slot_interval');
end
$function$;

comment on function booking.check_slot_interval(interval) is
'Raises invalid_argument unless it is whole minutes, from one to a day.';
