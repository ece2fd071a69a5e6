-- What is not said stays as it was said last: price and currency, and how long it lasts. Of another service than
-- before it is what that one costs and lasts, as in a booking that is new here.
create or replace function booking.imported_booking(
    p_base booking.booking,
    p_import booking.booking_import,
    p_terms booking.terms,
    p_now timestamptz
)
returns booking.booking
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_wanted booking.booking := p_base;
begin
    if p_import.service_id <> p_base.service_id then
        v_wanted.service_id := p_import.service_id;
        v_wanted.ends_at := p_base.starts_at + p_terms.duration;
        v_wanted.price := p_terms.price;
        v_wanted.currency := p_terms.currency;
    end if;
    v_wanted.status := p_import.status;
    v_wanted.ends_at := coalesce(p_import.ends_at, p_import.starts_at + (v_wanted.ends_at - p_base.starts_at));
    if p_import.starts_at <> p_base.starts_at then
        v_wanted.starts_at := p_import.starts_at;
        v_wanted.time_zone := p_terms.time_zone;
        v_wanted.starts_local := p_import.starts_at at time zone p_terms.time_zone;
        v_wanted.rescheduled_at := p_now; -- so that a reminder whose time is over isn't sent now
    end if;
    v_wanted.resource_ids := array[p_import.resource_id];
    v_wanted.party_size := p_import.party_size;
    v_wanted.price := coalesce(p_import.price, v_wanted.price);
    v_wanted.currency := coalesce(p_import.currency, v_wanted.currency);
    v_wanted.customer_time_zone := p_import.customer_time_zone;
    v_wanted.answers := p_import.answers;
    v_wanted.notes := p_import.notes;
    v_wanted.metadata := p_import.metadata;
    return v_wanted;
end
$function$;

comment on function booking.imported_booking(
    booking.booking, booking.booking_import, booking.terms, timestamptz
) is 'A booking as it is in the other system, but for whom it is for. p_base: as it was there before.';
