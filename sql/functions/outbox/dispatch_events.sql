-- Turns what happened to bookings into what follows from it. One runs at a time, so that what it numbers commits
-- in order of the numbers. Each consumer is a function of (p_tenant_id uuid, p_events booking.booking_event[]),
-- called once a tenant with events in the order in which they happened; those that queue deliveries return how
-- many. The events are then deleted: their log is booking.booking_event. Called by booking_worker and a job.
-- Takes an advisory lock, and leaves at once where another holds it; writes booking.outbox.
create or replace function booking.dispatch_events(p_most integer default 1000)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_now timestamptz := booking.now();
    v_tenant_ids uuid[];
    v_tenant_id uuid;
    v_outbox_ids uuid[];
    v_events booking.booking_event[];
    v_queued integer := 0;
    v_left integer := p_most;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('pgbooking dispatch events', 0)) then
        return 0;
    end if;
    v_tenant_ids := array(select t from booking.tenants_with_work(p_kind => 'event', p_most => p_most) as t);
    for v_index in 1..cardinality(v_tenant_ids) loop
        v_tenant_id := v_tenant_ids[v_index];
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        select
            coalesce(array_agg(o.outbox_id), '{}'), -- what was due a moment later, this look leaves
            coalesce(
                array_agg(e order by o.due_at, e.booking_id, e.version) filter (where e.booking_id is not null), '{}'
            )
        into v_outbox_ids, v_events
        from (
            select d.outbox_id, d.due_at, d.booking_id, (d.payload ->> 'version')::integer as version
            from booking.outbox as d
            where d.tenant_id = v_tenant_id and d.kind = 'event' and d.status = 'queued' and d.due_at <= v_now
            -- to the end, since an import has thousands of events at one instant, and a booking several
            order by d.due_at, d.booking_id, (d.payload ->> 'version')::integer
            limit ceil(v_left::numeric / (cardinality(v_tenant_ids) - v_index + 1))::integer
        ) as o
        left join booking.booking_event as e
            on e.tenant_id = v_tenant_id and e.booking_id = o.booking_id and e.version = o.version;

        if booking.feed_events(p_tenant_id => v_tenant_id, p_events => v_events, p_outbox_ids => v_outbox_ids) then
            perform pg_notify('booking_feed', v_tenant_id::text); -- all are sent at once, by the commit
        end if;
        v_queued := v_queued + booking.notify_of_events(p_tenant_id => v_tenant_id, p_events => v_events);
        v_queued := v_queued + booking.webhook_events(p_tenant_id => v_tenant_id, p_events => v_events);

        delete from booking.outbox as o where o.tenant_id = v_tenant_id and o.outbox_id = any(v_outbox_ids);
        v_left := v_left - cardinality(v_outbox_ids);
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    if v_queued > 0 then
        perform pg_notify('booking_outbox', '');
    end if;
    return p_most - v_left;
end
$function$;

comment on function booking.dispatch_events(integer) is
'Dispatches what happened to bookings, p_most events at most; returns how many. 0: none is left, or another
dispatcher runs. For the worker or a scheduler; no client may call it.';
