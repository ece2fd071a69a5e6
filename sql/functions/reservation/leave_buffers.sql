-- Who finds that the other system puts one booking after the other imports the file again, without buffers. Less time
-- is nobody else's. Writes booking.claim.
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
