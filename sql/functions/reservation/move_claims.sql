-- Gives a booking's time back and takes other time instead, or neither. The old claim has to go first, since
-- the new one may overlap it; the subtransaction brings it back if the new one is not to be had. Writes
-- booking.claim.
create or replace function booking.move_claims(
    p_booking booking.booking,
    p_terms booking.terms,
    p_resource_id uuid,
    p_starts_at timestamptz,
    p_duration interval,
    p_now timestamptz
)
returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    delete from booking.claim as k
    where k.tenant_id = p_booking.tenant_id and k.booking_id = p_booking.booking_id;
    if booking.take_lane(
        p_tenant_id => p_booking.tenant_id, p_terms => p_terms,
        p_resource_ids => booking.candidates(
            p_terms => p_terms, p_resource_id => p_resource_id, p_duration => p_duration,
            p_party_size => p_booking.party_size
        ),
        p_starts_at => p_starts_at, p_duration => p_duration, p_booking_id => p_booking.booking_id,
        p_now => p_now
    ) is null then
        raise exception 'not to be had' using errcode = 'PB001';
    end if;
    return true;
exception
    when sqlstate 'PB001' then
        return false;
end
$function$;

comment on function booking.move_claims(booking.booking, booking.terms, uuid, timestamptz, interval, timestamptz) is
'Moves the claims of a booking; false, and nothing changed, if the new time is not to be had.';
