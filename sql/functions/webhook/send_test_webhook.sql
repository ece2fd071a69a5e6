-- Called by booking_v1.send_test_webhook only. Writes booking.outbox.
create or replace function booking.send_test_webhook(p_tenant_id uuid, p_actor booking.actor, p_webhook_id uuid)
returns uuid
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_key text := gen_random_uuid()::text;
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'send_test_webhook');
    perform booking.check_found(
        p_is_found => exists (
            select from booking.webhook as w where w.tenant_id = p_tenant_id and w.webhook_id = p_webhook_id
        ),
        p_argument => 'p_webhook_id', p_what => 'webhook'
    );
    perform booking.enqueue(
        p_tenant_id => p_tenant_id,
        p_effects => array[
            (
                'webhook', v_key, jsonb_build_object('webhook_id', p_webhook_id, 'event_name', 'webhook.test'), null
            )::booking.effect
        ]
    );
    perform pg_notify('booking_outbox', '');
    return (
        select o.outbox_id
        from booking.outbox as o
        where o.tenant_id = p_tenant_id and o.kind = 'webhook' and o.key = v_key
    );
end
$function$;

comment on function booking.send_test_webhook(uuid, booking.actor, uuid) is 'See booking_v1.send_test_webhook.';
