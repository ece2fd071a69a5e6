-- Before a command looks for its idempotency key: visitors have no name that keys could belong to, so one of
-- them could replay the outcome of another. What tells them apart is the token.
create or replace function booking.check_visitor(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_booking_id uuid,
    p_manage_token text
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_found(
        p_is_found => p_actor.role <> 'visitor' or booking.is_manage_token(
            p_tenant_id => p_tenant_id, p_booking_id => p_booking_id, p_manage_token => p_manage_token
        ),
        p_argument => 'p_booking_id', p_what => 'booking'
    );
end
$function$;

comment on function booking.check_visitor(uuid, booking.actor, uuid, text) is
'Raises not_found for a visitor without the token of the booking.';
