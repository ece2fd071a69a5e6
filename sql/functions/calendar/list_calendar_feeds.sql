-- Called by booking_v1.list_calendar_feeds only. Takes no locks.
create or replace function booking.list_calendar_feeds(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_customer_id uuid,
    p_resource_id uuid,
    p_limit integer,
    p_after uuid
)
returns table (
    feed_id uuid, customer_id uuid, resource_id uuid, created_at timestamptz, revoked_at timestamptz
)
language plpgsql
stable security definer
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
        p_function => 'list_calendar_feeds'
    );
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (order by f.created_at, f.feed_id) as position,
            f.feed_id, f.customer_id, f.resource_id, f.created_at, f.revoked_at
        from booking.calendar_feed as f
        where
            f.tenant_id = p_tenant_id
            and (p_customer_id is null or f.customer_id = p_customer_id)
            and (p_resource_id is null or f.resource_id = p_resource_id)
            and booking.is_within_reach(v_actor, f.customer_id, array[f.resource_id])
    )

    select l.feed_id, l.customer_id, l.resource_id, l.created_at, l.revoked_at
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.feed_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_calendar_feeds(uuid, booking.actor, uuid, uuid, integer, uuid) is
'See booking_v1.list_calendar_feeds.';
