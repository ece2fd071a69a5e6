-- Called by booking_v1.list_notifications only. Takes no locks.
create or replace function booking.list_notifications(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_booking_id uuid,
    p_customer_id uuid,
    p_status text,
    p_limit integer,
    p_after uuid
)
returns table (
    notification_id uuid, kind text, channel text, booking_id uuid, customer_id uuid, status text, reason text,
    created_at timestamptz, sent_at timestamptz
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
    v_actor booking.actor;
    v_after_time timestamptz;
    v_own_customer_id uuid;
begin
    v_actor := booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'list_notifications');
    v_own_customer_id := booking.own_customer_id(v_actor);
    perform booking.check_argument(
        p_is_valid => p_status is null or p_status in ('queued', 'sent', 'dropped', 'failed'),
        p_argument => 'p_status', p_message => 'must be queued, sent, dropped or failed'
    );
    perform booking.check_limit(p_limit => p_limit);
    if p_after is not null then
        select n.created_at into v_after_time
        from booking.notification as n
        cross join lateral booking.subject_of(n) as b
        where
            n.tenant_id = p_tenant_id and n.notification_id = p_after
            and booking.is_within_reach(v_actor, n.customer_id, b.resource_ids);
        perform booking.check_argument(
            p_is_valid => found, p_argument => 'p_after', p_message => 'must be the id of a notification'
        );
    end if;
    return query
    select
        n.notification_id, n.kind, n.channel, n.booking_id, n.customer_id, n.status, n.reason, n.created_at,
        n.sent_at
    from booking.notification as n
    cross join lateral booking.subject_of(n) as b
    where
        n.tenant_id = p_tenant_id
        and (v_own_customer_id is null or n.customer_id = v_own_customer_id)
        and booking.is_within_reach(v_actor, n.customer_id, b.resource_ids)
        and (p_booking_id is null or n.booking_id = p_booking_id)
        and (p_customer_id is null or n.customer_id = p_customer_id)
        and (p_status is null or n.status = p_status)
        and (p_after is null or (n.created_at, n.notification_id) < (v_after_time, p_after))
    order by n.created_at desc, n.notification_id desc
    limit p_limit;
end
$function$;

comment on function booking.list_notifications(uuid, booking.actor, uuid, uuid, text, integer, uuid) is
'See booking_v1.list_notifications.';
