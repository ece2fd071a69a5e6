-- Refuses what no booking can be made of. The usual request is in order, and to see that takes one expression;
-- only otherwise is it asked what is wrong.
create or replace function booking.check_create_booking(p_request booking.booking_request)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if booking.is_instant(p_request.starts_at) and booking.is_party_size(p_request.party_size)
        and booking.is_contact(
            p_name => p_request.customer_name, p_email => p_request.customer_email,
            p_phone => p_request.customer_phone
        )
        and booking.is_small_object(p_request.answers) and booking.is_small_object(p_request.metadata)
        and p_request.customer_time_zone is null and p_request.notes is null
    then
        return;
    end if;
    perform booking.check_instant(p_instant => p_request.starts_at, p_argument => 'p_starts_at');
    perform booking.check_extras(
        p_party_size => p_request.party_size, p_name => p_request.customer_name, p_email => p_request.customer_email,
        p_phone => p_request.customer_phone, p_time_zone => p_request.customer_time_zone,
        p_answers => p_request.answers, p_notes => p_request.notes, p_metadata => p_request.metadata
    );
end
$function$;

comment on function booking.check_create_booking(booking.booking_request) is
'Raises invalid_argument on what no booking can be made of.';
