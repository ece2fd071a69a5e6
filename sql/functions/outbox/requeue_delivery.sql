-- Called by booking_v1.requeue_delivery only. It begins anew, with all attempts of its kind. Writes booking.outbox,
-- and what leave_dead writes.
create or replace function booking.requeue_delivery(p_tenant_id uuid, p_actor booking.actor, p_delivery_id uuid)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'requeue_delivery'
    );
    perform booking.leave_dead(p_tenant_id => p_tenant_id, p_delivery_id => p_delivery_id, p_status => 'queued');
    update booking.outbox as o
    set attempt_count = 0
    where o.tenant_id = p_tenant_id and o.outbox_id = p_delivery_id;
    perform pg_notify('booking_outbox', '');
end
$function$;

comment on function booking.requeue_delivery(uuid, booking.actor, uuid) is 'See booking_v1.requeue_delivery.';
