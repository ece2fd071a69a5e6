-- Called by booking_v1.requeue_deliveries only. After an outage there are too many to name one by one. What somebody
-- else has locked is left to them. Nothing is asked of what the deliveries are about: the worker does, before it sends.
-- Locks booking.outbox, and writes what leave_dead writes.
create or replace function booking.requeue_deliveries(
    p_tenant_id uuid, p_actor booking.actor, p_kind text, p_from timestamptz, p_to timestamptz, p_limit integer
)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $function$
declare
    v_delivery_id uuid;
    v_delivery_ids uuid[];
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'requeue_deliveries');
    perform booking.check_argument(
        p_is_valid => p_kind is null or p_kind in (select k.kind from booking.outbox_kind as k where k.kind <> 'event'),
        p_argument => 'p_kind', p_message => 'must be a kind of deliveries, such as email'
    );
    perform booking.check_bounds(p_from => p_from, p_to => p_to);
    perform booking.check_argument(
        p_is_valid => p_limit between 1 and 10000, p_argument => 'p_limit', p_message => 'must be between 1 and 10000'
    );
    v_delivery_ids := array(
        select o.outbox_id
        from booking.outbox as o
        where
            o.tenant_id = p_tenant_id and o.status = 'dead' and o.kind <> 'event'
            and (p_kind is null or o.kind = p_kind)
            and (p_from is null or o.finished_at >= p_from)
            and (p_to is null or o.finished_at < p_to)
        order by o.created_at, o.outbox_id
        limit p_limit
        for update skip locked
    );
    foreach v_delivery_id in array v_delivery_ids loop
        perform booking.leave_dead(p_tenant_id => p_tenant_id, p_delivery_id => v_delivery_id, p_status => 'queued');
    end loop;
    update booking.outbox as o
    set attempt_count = 0
    where o.tenant_id = p_tenant_id and o.outbox_id = any(v_delivery_ids);
    perform pg_notify('booking_outbox', '');
    return cardinality(v_delivery_ids);
end
$function$;

comment on function booking.requeue_deliveries(uuid, booking.actor, text, timestamptz, timestamptz, integer) is
'See booking_v1.requeue_deliveries.';
