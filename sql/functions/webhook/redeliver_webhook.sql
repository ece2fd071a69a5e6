-- Called by booking_v1.redeliver_webhook only. The same row of the outbox is queued anew, so the receiver can tell that
-- it is the same message. Locks booking.outbox, and writes what settle_effect writes.
create or replace function booking.redeliver_webhook(p_tenant_id uuid, p_actor booking.actor, p_delivery_id uuid)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_outbox booking.outbox;
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'redeliver_webhook');
    select o.* into v_outbox
    from booking.outbox as o
    where o.tenant_id = p_tenant_id and o.outbox_id = p_delivery_id and o.kind = 'webhook'
    for update;
    perform booking.check_found(p_is_found => found, p_argument => 'p_delivery_id', p_what => 'delivery');
    -- one that is being sent is on its way
    if v_outbox.status <> 'leased' then
        update booking.outbox as o
        set attempt_count = 0
        where o.tenant_id = p_tenant_id and o.outbox_id = p_delivery_id;
        perform booking.settle_effect(
            p_tenant_id => p_tenant_id, p_outbox_id => p_delivery_id, p_status => 'queued', p_error => null,
            p_due_at => booking.now()
        );
        perform pg_notify('booking_outbox', '');
    end if;
end
$function$;

comment on function booking.redeliver_webhook(uuid, booking.actor, uuid) is 'See booking_v1.redeliver_webhook.';
