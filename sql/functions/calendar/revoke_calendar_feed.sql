-- Called by booking_v1.revoke_calendar_feed only. Takes no locks but the row's. Writes calendar_feed.
create or replace function booking.revoke_calendar_feed(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_feed_id uuid
)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'revoke_calendar_feed'
    );
    update booking.calendar_feed as f
    set revoked_at = coalesce(f.revoked_at, booking.now())
    where
        f.tenant_id = p_tenant_id and f.feed_id = p_feed_id
        and booking.is_within_reach(v_actor, f.customer_id, array[f.resource_id]);
    perform booking.check_found(
        p_is_found => found, p_argument => 'p_feed_id', p_what => 'calendar feed'
    );
end
$function$;

comment on function booking.revoke_calendar_feed(uuid, booking.actor, uuid) is
'See booking_v1.revoke_calendar_feed.';
