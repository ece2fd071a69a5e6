-- The one way an effect leaves its lease, or comes back from the dead: what follows its state (the log of
-- messages, the log of webhooks) follows it here, in the same transaction. The row has to be locked. Writes
-- booking.outbox, booking.notification and, of what was given up, booking.alert.
create or replace function booking.settle_effect(
    p_tenant_id uuid,
    p_outbox_id uuid,
    p_status text,
    p_error text,
    p_due_at timestamptz default null
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_outbox booking.outbox;
begin
    update booking.outbox as o
    set
        status = p_status, lease_id = null, error = left(p_error, 200),
        due_at = coalesce(p_due_at, o.due_at),
        finished_at = case when p_status <> 'queued' then booking.now() end
    where o.tenant_id = p_tenant_id and o.outbox_id = p_outbox_id
    returning o.* into v_outbox;
    if p_status = 'dead' then
        perform booking.raise_alert(
            p_source => 'outbox ' || v_outbox.kind, p_code => 'dead',
            p_message => format('a delivery was given up: %s', coalesce(v_outbox.error, 'no reason'))
        );
    end if;
    perform booking.settle_notification(p_tenant_id => p_tenant_id, p_outbox => v_outbox);
end
$function$;

comment on function booking.settle_effect(uuid, uuid, text, text, timestamptz) is
'Makes an effect queued again (p_due_at: from when), done, dropped or dead. p_error: why, null: nothing went wrong.';
