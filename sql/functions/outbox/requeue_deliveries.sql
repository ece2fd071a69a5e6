-- Called by booking_v1.requeue_deliveries only. Nothing is asked of what the deliveries are about: the worker does,
-- before it sends. Writes booking.outbox, and locks and writes what leave_dead_deliveries does.
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
    v_delivery_ids uuid[];
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'requeue_deliveries');
    v_delivery_ids := booking.leave_dead_deliveries(
        p_tenant_id => p_tenant_id, p_kind => p_kind, p_from => p_from, p_to => p_to, p_limit => p_limit,
        p_status => 'queued'
    );
    update booking.outbox as o
    set attempt_count = 0
    where o.tenant_id = p_tenant_id and o.outbox_id = any(v_delivery_ids);
    perform pg_notify('booking_outbox', '');
    return cardinality(v_delivery_ids);
end
$function$;

comment on function booking.requeue_deliveries(uuid, booking.actor, text, timestamptz, timestamptz, integer) is
'See booking_v1.requeue_deliveries.';
