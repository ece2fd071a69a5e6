-- The log of messages follows their effects, in the same transaction; called by settle_effect. Writes notification.
create or replace function booking.settle_notification(p_tenant_id uuid, p_outbox booking.outbox)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    update booking.notification as n
    set
        status = case p_outbox.status when 'done' then 'sent' when 'dead' then 'failed' else p_outbox.status end,
        sent_at = case when p_outbox.status = 'done' then p_outbox.finished_at end,
        reason = case when p_outbox.status = 'dropped' then n.reason else p_outbox.error end
    where n.tenant_id = p_tenant_id and n.notification_id = (p_outbox.payload ->> 'notification_id')::uuid;
end
$function$;

comment on function booking.settle_notification(uuid, booking.outbox) is
'What came of a message: p_outbox as it is now. An effect that is no message changes nothing.';
