-- Called by booking_v1.list_webhooks only. Takes no locks. The secret is not shown again.
create or replace function booking.list_webhooks(
    p_tenant_id uuid, p_actor booking.actor, p_limit integer, p_after uuid
)
returns table (
    webhook_id uuid, url text, event_names text[], is_active boolean, failing_since timestamptz,
    disabled_at timestamptz, disabled_reason text, created_at timestamptz
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'list_webhooks');
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (order by w.created_at, w.webhook_id) as position,
            w.webhook_id, w.url, w.event_names, w.is_active, w.failing_since, w.disabled_at, w.disabled_reason,
            w.created_at
        from booking.webhook as w
        where w.tenant_id = p_tenant_id
    )

    select
        l.webhook_id, l.url, l.event_names, l.is_active, l.failing_since, l.disabled_at, l.disabled_reason,
        l.created_at
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.webhook_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_webhooks(uuid, booking.actor, integer, uuid) is 'See booking_v1.list_webhooks.';
