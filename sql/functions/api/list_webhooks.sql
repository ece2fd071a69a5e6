create or replace function booking_v1.list_webhooks(p_limit integer default 1000, p_after uuid default null)
returns table (
    webhook_id uuid, url text, event_names text[], is_active boolean, failing_since timestamptz,
    disabled_at timestamptz, disabled_reason text, created_at timestamptz
)
language sql
stable
as $function$
    select
        w.webhook_id, w.url, w.event_names, w.is_active, w.failing_since, w.disabled_at, w.disabled_reason,
        w.created_at
    from booking.list_webhooks(booking.caller_tenant_id(), booking.caller(), p_limit, p_after) as w
$function$;

comment on function booking_v1.list_webhooks(integer, uuid) is
'The tenant''s webhooks, without their secrets.

failing_since: the first failure since the last success. disabled_at, disabled_reason: given up by the engine, because it
is gone (410) or failing for longer than the policy webhook_failure_days; upsert_webhook with its id tries it again.
p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last webhook_id for the next page.
Raises invalid_argument, not_allowed, not_authenticated.';
