-- What the constraints of booking.service hold, said of the argument that breaks it.
create or replace function booking.check_service(p_service booking.service)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_duration interval;
begin
    perform booking.check_name(p_name => p_service.name, p_argument => 'p_name');
    perform booking.check_text(p_text => p_service.description, p_argument => 'p_description', p_most => 10000);
    perform booking.check_duration(p_duration => p_service.duration, p_argument => 'p_duration');
    perform booking.check_argument(
        p_is_valid => cardinality(p_service.allowed_durations) <= 100, p_argument => 'p_allowed_durations',
        p_message => 'must be at most 100'
    );
    foreach v_duration in array p_service.allowed_durations loop
        perform booking.check_duration(p_duration => v_duration, p_argument => 'p_allowed_durations');
    end loop;
    perform booking.check_slot_interval(p_slot_interval => p_service.slot_interval);
    perform booking.check_duration(
        p_duration => p_service.slot_offset, p_argument => 'p_slot_offset', p_least => '00:00',
        p_most => p_service.slot_interval - interval '00:01'
    );
    perform booking.check_whole_minutes(p_duration => p_service.slot_offset, p_argument => 'p_slot_offset');
    perform booking.check_duration(
        p_duration => p_service.buffer_before, p_argument => 'p_buffer_before', p_least => '00:00',
        p_most => '24:00'
    );
    perform booking.check_duration(
        p_duration => p_service.buffer_after, p_argument => 'p_buffer_after', p_least => '00:00',
        p_most => '24:00'
    );
    perform booking.check_price(p_price => p_service.price);
    perform booking.check_currency(p_currency => p_service.currency);
    perform booking.check_argument(
        p_is_valid => p_service.max_party_size between 1 and 10000, p_argument => 'p_max_party_size',
        p_message => 'must be between 1 and 10000'
    );
end
$function$;

comment on function booking.check_service(booking.service) is
'Raises invalid_argument, naming the argument of upsert_service, on what is no service.';
