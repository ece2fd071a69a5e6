-- Called by booking_v1.list_calendar_feeds only. Takes no locks.
create or replace function booking.list_calendar_feeds(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_customer_id uuid,
    p_resource_id uuid
)
returns table (
    feed_id uuid, customer_id uuid, resource_id uuid, created_at timestamptz, revoked_at timestamptz
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_calendar_feeds'
    );
    return query
    select f.feed_id, f.customer_id, f.resource_id, f.created_at, f.revoked_at
    from booking.calendar_feed as f
    where
        f.tenant_id = p_tenant_id
        and (p_customer_id is null or f.customer_id = p_customer_id)
        and (p_resource_id is null or f.resource_id = p_resource_id)
        and booking.is_within_reach(v_actor, f.customer_id, array[f.resource_id])
    order by f.created_at, f.feed_id;
end
$function$;

comment on function booking.list_calendar_feeds(uuid, booking.actor, uuid, uuid) is
'See booking_v1.list_calendar_feeds.';
