-- Each attempt to reach a receiver that gives no answer takes seconds, and its messages would take the places of all
-- others. So it is left alone for a while, and what is queued for it waits until then. Takes no locks but those of what
-- it writes: webhook, which the caller has locked, and booking.outbox.
create or replace function booking.rest_webhook(p_tenant_id uuid, p_webhook_id uuid, p_until timestamptz)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    update booking.webhook as w
    set rests_until = p_until
    where w.tenant_id = p_tenant_id and w.webhook_id = p_webhook_id;
    update booking.outbox as o
    set due_at = p_until
    from (
        select w.outbox_id
        from booking.outbox as w
        where
            w.tenant_id = p_tenant_id and w.kind = 'webhook' and w.status = 'queued' and w.due_at < p_until
            and w.payload ->> 'webhook_id' = p_webhook_id::text
        for update skip locked -- another report has it, and waits for the webhook
    ) as w
    where o.tenant_id = p_tenant_id and o.outbox_id = w.outbox_id;
end
$function$;

comment on function booking.rest_webhook(uuid, uuid, timestamptz) is
'Has what is queued for a webhook, now and until p_until, wait until then.';
