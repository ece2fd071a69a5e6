create or replace function booking_v1.list_notifications(
    p_booking_id uuid default null,
    p_customer_id uuid default null,
    p_status text default null,
    p_limit integer default 100,
    p_after uuid default null
)
returns table (
    notification_id uuid, kind text, channel text, booking_id uuid, customer_id uuid, status text, reason text,
    created_at timestamptz, sent_at timestamptz
)
language sql
stable
as $function$
    select
        n.notification_id, n.kind, n.channel, n.booking_id, n.customer_id, n.status, n.reason, n.created_at,
        n.sent_at
    from booking.list_notifications(
        booking.caller_tenant_id(), booking.caller(), p_booking_id, p_customer_id, p_status, p_limit, p_after
    ) as n
$function$;

comment on function booking_v1.list_notifications(uuid, uuid, text, integer, uuid) is
'The log of messages, the last ones first. Customers see those to them.

p_status: queued, sent, dropped or failed; null: all.
p_limit: 1 to 10000 rows.
p_after: only messages before this one; pass the last notification_id for the next page.
booking_id: null: it is about a hold or an offer. customer_id: who gets it.
reason: why it was dropped, or what failed last. sent_at: when a server accepted it.
Raises invalid_argument, not_authenticated.';
