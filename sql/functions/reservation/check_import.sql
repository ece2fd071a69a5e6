-- Refuses what no booking can be made of. What only rules of booking say (notice, limits, hours, the grid, who
-- serves what) is not asked: it was agreed elsewhere.
create or replace function booking.check_import(p_import booking.booking_import)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_name(p_name => p_import.external_id, p_argument => 'p_external_id');
    if p_import.source is not null then
        perform booking.check_name(p_name => p_import.source, p_argument => 'p_source');
    end if;
    perform booking.check_instant(p_instant => p_import.starts_at, p_argument => 'p_starts_at');
    if p_import.ends_at is not null then
        perform booking.check_instant(p_instant => p_import.ends_at, p_argument => 'p_ends_at');
        perform booking.check_argument(
            p_is_valid =>
                p_import.ends_at - p_import.starts_at between interval '1 second' and interval '744:00',
            p_argument => 'p_ends_at', p_message => 'must be later than the start, by 744 hours at most'
        );
    end if;
    perform booking.check_argument(
        p_is_valid => p_import.status in ('pending', 'confirmed', 'cancelled'), p_argument => 'p_status',
        p_message => 'must be confirmed, pending or cancelled: what took place is confirmed'
    );
    if p_import.customer_external_id is not null then
        perform booking.check_name(
            p_name => p_import.customer_external_id, p_argument => 'p_customer_external_id'
        );
    end if;
    if p_import.price is not null then
        perform booking.check_price(p_price => p_import.price);
    end if;
    if p_import.currency is not null then
        perform booking.check_currency(p_currency => p_import.currency);
    end if;
    perform booking.check_extras(
        p_party_size => p_import.party_size, p_name => p_import.customer_name, p_email => p_import.customer_email,
        p_phone => p_import.customer_phone, p_time_zone => p_import.customer_time_zone,
        p_answers => p_import.answers, p_notes => p_import.notes, p_metadata => p_import.metadata
    );
end
$function$;

comment on function booking.check_import(booking.booking_import) is
'Raises invalid_argument on what no booking can be made of.';
