-- The old time is given back first, since the new time may overlap it; if somebody else has the new one, the caller's
-- subtransaction brings the old one back. A booking that does not move keeps its claim, whatever the buffers are now.
-- Writes booking.claim.
create or replace function booking.move_agreed_time(
    p_booking booking.booking,
    p_wanted booking.booking,
    p_during tstzrange
)
returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_is_moved boolean := (p_wanted.starts_at, p_wanted.ends_at, p_wanted.resource_ids)
        <> (p_booking.starts_at, p_booking.ends_at, p_booking.resource_ids);
begin
    if v_is_moved or p_wanted.status = 'cancelled' then
        delete from booking.claim as k
        where k.tenant_id = p_booking.tenant_id and k.booking_id = p_booking.booking_id;
    end if;
    if v_is_moved and p_wanted.status <> 'cancelled' then
        return booking.take_agreed_time(
            p_tenant_id => p_booking.tenant_id, p_resource_ids => p_wanted.resource_ids, p_during => p_during,
            p_booking_id => p_booking.booking_id
        ) is not null;
    end if;
    return true;
end
$function$;

comment on function booking.move_agreed_time(booking.booking, booking.booking, tstzrange) is
'Moves the claim of a booking to where it is wanted, or gives it back; false if the time is not to be had.';
