-- What cancelling does, once it is decided. The booking has to be locked. Its time is free as soon as this
-- commits. Writes claim, booking, booking_event and outbox.
create or replace function booking.apply_cancellation(
    p_actor booking.actor,
    p_operation_id uuid,
    p_booking booking.booking,
    p_reason text,
    p_override_reason text,
    p_now timestamptz
)
returns booking.booking
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_booking booking.booking;
begin
    delete from booking.claim as k
    where k.tenant_id = p_booking.tenant_id and k.booking_id = p_booking.booking_id;
    update booking.booking as b
    set status = booking.next_status(p_status => b.status, p_kind => 'cancelled'), version = b.version + 1
    where b.tenant_id = p_booking.tenant_id and b.booking_id = p_booking.booking_id
    returning b.* into v_booking;
    perform booking.record_event(
        p_actor => p_actor, p_operation_id => p_operation_id, p_booking => v_booking, p_kind => 'cancelled',
        p_changes => jsonb_strip_nulls(jsonb_build_object(
                'status', v_booking.status, 'reason', p_reason, 'override_reason', p_override_reason
            )),
        p_now => p_now
    );
    return v_booking;
end
$function$;

comment on function booking.apply_cancellation(
    booking.actor, uuid, booking.booking, text, text, timestamptz
) is 'Cancels a booking and returns it as it is then. Reasons null: none was given.';
