-- Called by booking_v1.delete_webhook only. Locks the tenant's administration: one that is changed meanwhile would come
-- back without a secret. Deletes from webhook, and with it its secrets and the log of its deliveries. What is queued
-- for it is dropped when its turn comes. Writes alert.
create or replace function booking.delete_webhook(p_tenant_id uuid, p_actor booking.actor, p_webhook_id uuid)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'delete_webhook');
    perform booking.lock_tenant(p_tenant_id);
    delete from booking.webhook as w where w.tenant_id = p_tenant_id and w.webhook_id = p_webhook_id;
    perform booking.check_found(p_is_found => found, p_argument => 'p_webhook_id', p_what => 'webhook');
    perform booking.resolve_alert(p_source => 'webhook ' || p_webhook_id, p_code => 'webhook_disabled');
end
$function$;

comment on function booking.delete_webhook(uuid, booking.actor, uuid) is 'See booking_v1.delete_webhook.';
