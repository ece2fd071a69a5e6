-- Called by booking_v1.list_webhook_deliveries only. Takes no locks.
create or replace function booking.list_webhook_deliveries(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_webhook_id uuid,
    p_limit integer,
    p_after uuid
)
returns table (
    webhook_delivery_id uuid, delivery_id uuid, webhook_id uuid, event_name text, booking_id uuid, attempt integer,
    attempted_at timestamptz, http_status integer, duration interval, error text, status text
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
set plan_cache_mode = force_custom_plan -- each filter may be missing, and those that are there find the index
as $function$
declare
    v_after_time timestamptz;
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'list_webhook_deliveries');
    perform booking.check_limit(p_limit => p_limit);
    if p_after is not null then
        select d.attempted_at into v_after_time
        from booking.webhook_delivery as d
        where d.tenant_id = p_tenant_id and d.webhook_delivery_id = p_after;
        perform booking.check_argument(
            p_is_valid => found, p_argument => 'p_after', p_message => 'must be the id of an attempt'
        );
    end if;
    return query
    select
        d.webhook_delivery_id, d.outbox_id, d.webhook_id, o.payload ->> 'event_name', o.booking_id, d.attempt,
        d.attempted_at, d.http_status, d.duration, d.error, o.status
    from booking.webhook_delivery as d
    join booking.outbox as o on o.tenant_id = d.tenant_id and o.outbox_id = d.outbox_id
    where
        d.tenant_id = p_tenant_id
        and (p_webhook_id is null or d.webhook_id = p_webhook_id)
        and (p_after is null or (d.attempted_at, d.webhook_delivery_id) < (v_after_time, p_after))
    order by d.attempted_at desc, d.webhook_delivery_id desc
    limit p_limit;
end
$function$;

comment on function booking.list_webhook_deliveries(uuid, booking.actor, uuid, integer, uuid) is
'See booking_v1.list_webhook_deliveries.';
