-- The ways a delivery leaves the dead: to be tried again, or to be done with. Locks and writes booking.outbox, and
-- what settle_effect writes.
create or replace function booking.leave_dead(p_tenant_id uuid, p_delivery_id uuid, p_status text)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_outbox booking.outbox;
begin
    select o.* into v_outbox
    from booking.outbox as o
    where o.tenant_id = p_tenant_id and o.outbox_id = p_delivery_id and o.kind <> 'event'
    for update;
    perform booking.check_found(
        p_is_found => found, p_argument => 'p_delivery_id', p_what => 'delivery'
    );
    if v_outbox.status <> 'dead' then
        perform booking.raise_error(
            p_code => 'invalid_transition', p_message => format('the delivery is %s, not dead', v_outbox.status),
            p_details => jsonb_build_object('status', v_outbox.status),
            p_hint => 'Only a delivery that was given up can be tried again, or dismissed.'
        );
    end if;
    perform booking.settle_effect(
        p_tenant_id => p_tenant_id, p_outbox_id => p_delivery_id, p_status => p_status,
        p_error => case when p_status = 'dropped' then v_outbox.error end, p_due_at => booking.now()
    );
end
$function$;

comment on function booking.leave_dead(uuid, uuid, text) is
'Makes a dead delivery queued again, or dropped. Raises not_found, invalid_transition.';
