-- A booking that an actor may not reach is not found, as if it were another tenant's.
create or replace function booking.check_reach(
    p_actor booking.actor,
    p_booking booking.booking,
    p_manage_token text default null
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_found(
        p_is_found => booking.is_within_reach(
            p_actor => p_actor, p_customer_id => p_booking.customer_id, p_resource_ids => p_booking.resource_ids
        ) or booking.is_manage_token(
            p_tenant_id => p_booking.tenant_id, p_booking_id => p_booking.booking_id,
            p_manage_token => p_manage_token
        ),
        p_argument => 'p_booking_id', p_what => 'booking'
    );
end
$function$;

comment on function booking.check_reach(booking.actor, booking.booking, text) is
'Raises not_found unless the booking is within the actor''s reach, or the token is the booking''s.';
