-- Where the other system has bookings right after one another, some are refused because of buffers: then the file is
-- imported again, without buffers, and bookings that have them give them up. Writes booking.claim, which cannot
-- conflict: it only takes less time.
create or replace function booking.leave_buffers(p_booking booking.booking)
returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    update booking.claim as k
    set starts_at = p_booking.starts_at, ends_at = p_booking.ends_at
    where
        k.tenant_id = p_booking.tenant_id and k.booking_id = p_booking.booking_id
        and (k.starts_at, k.ends_at) <> (p_booking.starts_at, p_booking.ends_at);
    return found;
end
$function$;

comment on function booking.leave_buffers(booking.booking) is
'Gives the buffers of a booking back; whether it had any.';
