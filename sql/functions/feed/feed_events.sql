-- A consumer of booking.dispatch_events, which holds the lock that makes positions commit in order. A booking's event
-- becomes at most three rows: the time that came free, the time that was taken, and the event itself. Buffers are the
-- service's present ones, so the time told may be longer than what changed: then somebody looks once too often. A
-- change of hours is no event of a booking: booking.announce_hours left the resources in the outbox, and they become
-- one row. Draws from feed_position_seq; writes booking.feed.
create or replace function booking.feed_events(
    p_tenant_id uuid,
    p_events booking.booking_event[],
    p_outbox_ids uuid[]
)
returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_rows booking.feed[];
begin
    -- materialized: positions are drawn in the order of the rows, which a sort above nextval keeps
    with changes as materialized (
        select
            c.event_no, c.row_no, c.kind, c.change, c.resource_ids, c.starts_at, c.ends_at, c.booking_id, c.version,
            c.service_id, c.occurred_at
        from booking.booking_changes(p_tenant_id => p_tenant_id, p_events => p_events) as c
        union all
        select
            0, 0, 'availability', 'changed', array_agg(distinct r.resource_id::uuid), null, null, null, null, null,
            max(o.created_at)
        from booking.outbox as o
        cross join lateral jsonb_array_elements_text(o.payload -> 'resource_ids') as r (resource_id)
        where o.tenant_id = p_tenant_id and o.outbox_id = any(p_outbox_ids)
        having count(*) > 0
        order by 1, 2
    ),

    added as (
        insert into booking.feed as f
        (
            tenant_id, position, kind, change, resource_ids, starts_at, ends_at, booking_id, version, service_id,
            occurred_at, recorded_at
        )
        select
            p_tenant_id, nextval('booking.feed_position_seq'), c.kind, c.change, c.resource_ids, c.starts_at, c.ends_at,
            c.booking_id, c.version, c.service_id, c.occurred_at, booking.now()
        from changes as c
        returning f.*
    )

    select array_agg(a::booking.feed order by a.position) into v_rows
    from added as a;
    perform booking.broadcast(
        p_tenant_id => p_tenant_id, p_rows => v_rows,
        p_public_resource_ids => booking.public_resource_ids(p_tenant_id)
    );
    return v_rows is not null;
end
$function$;

comment on function booking.feed_events(uuid, booking.booking_event[], uuid[]) is
'Adds what happened to a tenant''s feed; whether there was anything to tell.';
