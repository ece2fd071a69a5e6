-- Asked by the worker right before it sends. The message is signed in here: the secret never leaves the database.
-- Called by booking_worker. Takes no locks.
create or replace function booking.webhook_content(p_tenant_id uuid, p_outbox_id uuid)
returns jsonb
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_now timestamptz := booking.now();
    v_timestamp bigint := floor(extract(epoch from v_now))::bigint;
    v_outbox booking.outbox;
    v_webhook booking.webhook;
    v_body text;
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
    select o.* into v_outbox
    from booking.outbox as o
    where o.tenant_id = p_tenant_id and o.outbox_id = p_outbox_id;
    select w.* into v_webhook
    from booking.webhook as w
    where
        w.tenant_id = p_tenant_id and w.webhook_id = (v_outbox.payload ->> 'webhook_id')::uuid
        and w.is_active and w.disabled_at is null;
    v_body := booking.webhook_message(p_tenant_id => p_tenant_id, p_outbox => v_outbox)::text;
    if v_webhook.webhook_id is null or v_body is null then
        return null;
    end if;
    return jsonb_build_object(
        'url', v_webhook.url,
        'body', v_body,
        'headers', jsonb_build_object(
            'content-type', 'application/json',
            'webhook-id', p_outbox_id,
            'webhook-timestamp', v_timestamp::text,
            'webhook-signature', booking.webhook_signature(
                p_webhook => v_webhook, p_message_id => p_outbox_id, p_timestamp => v_timestamp, p_body => v_body,
                p_now => v_now
            )
        )
    );
end
$function$;

comment on function booking.webhook_content(uuid, uuid) is
'The request of a message to a webhook: url, body, headers. Null: it is no longer wanted.';
