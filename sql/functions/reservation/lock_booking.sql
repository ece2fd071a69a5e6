-- The booking that a command is about, locked until the transaction ends. Raises not_found.
create or replace function booking.lock_booking(p_tenant_id uuid, p_booking_id uuid)
returns booking.booking
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_booking booking.booking;
begin
    select b.* into v_booking
    from booking.booking as b
    where b.tenant_id = p_tenant_id and b.booking_id = p_booking_id
    for no key update; -- what refers to it, as a message does, needn't wait
    perform booking.check_found(p_is_found => found, p_argument => 'p_booking_id', p_what => 'booking');
    return v_booking;
end
$function$;

comment on function booking.lock_booking(uuid, uuid) is 'Locks a booking and returns it. Raises not_found.';
