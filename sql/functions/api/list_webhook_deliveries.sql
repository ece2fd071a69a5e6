create or replace function booking_v1.list_webhook_deliveries(
    p_webhook_id uuid default null,
    p_limit integer default 100,
    p_after uuid default null
)
returns table (
    webhook_delivery_id uuid, delivery_id uuid, webhook_id uuid, event_name text, booking_id uuid, attempt integer,
    attempted_at timestamptz, http_status integer, duration interval, error text, status text
)
language sql
stable
as $function$
    select
        d.webhook_delivery_id, d.delivery_id, d.webhook_id, d.event_name, d.booking_id, d.attempt, d.attempted_at,
        d.http_status, d.duration, d.error, d.status
    from booking.list_webhook_deliveries(
        booking.caller_tenant_id(), booking.caller(), p_webhook_id, p_limit, p_after
    ) as d
$function$;

comment on function booking_v1.list_webhook_deliveries(uuid, integer, uuid) is
'Attempts to deliver messages to webhooks, latest first, for as long as the outbox remembers the messages.

p_webhook_id: null: of all webhooks. p_limit: 1 to 10000 rows.
p_after: only attempts before this one; pass the last webhook_delivery_id for the next page.
delivery_id: the message, which the receiver sees as webhook-id; requeue it with redeliver_webhook.
http_status: null: nothing was answered. duration: until the answer. status: of the message, at present.
Raises invalid_argument, not_allowed, not_authenticated.';
