-- Part of dispatch_events. Each consumer is a function of (p_tenant_id uuid, p_events booking.booking_event[]), called
-- with the events in the order in which they happened; those that queue deliveries return how many. Gives up where
-- something that it refers to is locked. Sets the tenant. Writes booking.outbox, and what the consumers write.
create or replace function booking.dispatch_tenant_events(p_tenant_id uuid, p_most integer, p_now timestamptz)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set lock_timeout = '200ms'
as $function$
declare
    v_outbox_ids uuid[];
    v_events booking.booking_event[];
    v_queued integer;
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
    select
        coalesce(array_agg(o.outbox_id), '{}'), -- what was due a moment later, this look leaves
        coalesce(
            array_agg(e order by o.due_at, e.booking_id, e.version) filter (where e.booking_id is not null), '{}'
        )
    into v_outbox_ids, v_events
    from (
        select d.outbox_id, d.due_at, d.booking_id, (d.payload ->> 'version')::integer as version
        from booking.outbox as d
        where d.tenant_id = p_tenant_id and d.kind = 'event' and d.status = 'queued' and d.due_at <= p_now
        -- to the end, since an import has thousands of events at one instant, and a booking several
        order by d.due_at, d.booking_id, (d.payload ->> 'version')::integer
        limit p_most
    ) as o
    left join booking.booking_event as e
        on e.tenant_id = p_tenant_id and e.booking_id = o.booking_id and e.version = o.version;

    if booking.feed_events(p_tenant_id => p_tenant_id, p_events => v_events, p_outbox_ids => v_outbox_ids) then
        perform pg_notify('booking_feed', p_tenant_id::text); -- all are sent at once, by the commit
    end if;
    v_queued := booking.notify_of_events(p_tenant_id => p_tenant_id, p_events => v_events);
    v_queued := v_queued + booking.webhook_events(p_tenant_id => p_tenant_id, p_events => v_events);

    delete from booking.outbox as o where o.tenant_id = p_tenant_id and o.outbox_id = any(v_outbox_ids);

    if v_queued > 0 then
        perform pg_notify('booking_outbox', '');
    end if;
    return cardinality(v_outbox_ids);
end
$function$;

comment on function booking.dispatch_tenant_events(uuid, integer, timestamptz) is
'Dispatches the events of a tenant that are due, p_most at most; returns how many. Raises lock_not_available.';
