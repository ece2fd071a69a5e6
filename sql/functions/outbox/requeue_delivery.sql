-- Called by booking_v1.requeue_delivery only. It begins anew, with all attempts of its kind. Locks and writes
-- booking.outbox.
create or replace function booking.requeue_delivery(p_tenant_id uuid, p_actor booking.actor, p_delivery_id uuid)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_status text;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'requeue_delivery'
    );
    select o.status into v_status
    from booking.outbox as o
    where o.tenant_id = p_tenant_id and o.outbox_id = p_delivery_id and o.kind <> 'event'
    for update;
    perform booking.check_found(
        p_is_found => found, p_argument => 'p_delivery_id', p_what => 'delivery'
    );
    if v_status <> 'dead' then
        perform booking.raise_error(
            p_code => 'invalid_transition', p_message => format('the delivery is %s, not dead', v_status),
            p_details => jsonb_build_object('status', v_status),
            p_hint => 'Only a delivery that was given up can be tried again.'
        );
    end if;
    update booking.outbox as o
    set attempt_count = 0
    where o.tenant_id = p_tenant_id and o.outbox_id = p_delivery_id;
    perform booking.settle_effect(
        p_tenant_id => p_tenant_id, p_outbox_id => p_delivery_id, p_status => 'queued', p_error => null,
        p_due_at => booking.now()
    );
    perform pg_notify('booking_outbox', '');
end
$function$;

comment on function booking.requeue_delivery(uuid, booking.actor, uuid) is 'See booking_v1.requeue_delivery.';
