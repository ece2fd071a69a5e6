-- Called by booking_v1.list_deliveries only. Takes no locks. Planned for the arguments it is given, so that the
-- few that are dead are found by an index that holds no others.
create or replace function booking.list_deliveries(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_status text,
    p_kind text,
    p_booking_id uuid,
    p_limit integer,
    p_after uuid
)
returns table (
    delivery_id uuid, kind text, status text, booking_id uuid, attempt_count integer, due_at timestamptz,
    error text, created_at timestamptz, finished_at timestamptz
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
set plan_cache_mode = force_custom_plan
as $function$
declare
    v_after_time timestamptz;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_deliveries'
    );
    perform booking.check_limit(p_limit => p_limit);
    perform booking.check_argument(
        p_is_valid => p_status is null or p_status in ('queued', 'leased', 'done', 'dropped', 'dead'),
        p_argument => 'p_status', p_message => 'must be queued, leased, done, dropped or dead'
    );
    if p_after is not null then
        select o.created_at into v_after_time
        from booking.outbox as o
        where o.tenant_id = p_tenant_id and o.outbox_id = p_after and o.kind <> 'event';
        perform booking.check_argument(
            p_is_valid => found, p_argument => 'p_after', p_message => 'must be the id of a delivery'
        );
    end if;
    return query
    select
        o.outbox_id, o.kind, o.status, o.booking_id, o.attempt_count,
        case when o.status in ('queued', 'leased') then o.due_at end, o.error, o.created_at, o.finished_at
    from booking.outbox as o
    where
        o.tenant_id = p_tenant_id and o.kind <> 'event'
        and (p_status is null or o.status = p_status)
        and (p_kind is null or o.kind = p_kind)
        and (p_booking_id is null or o.booking_id = p_booking_id)
        and (p_after is null or (o.created_at, o.outbox_id) < (v_after_time, p_after))
    order by o.created_at desc, o.outbox_id desc
    limit p_limit;
end
$function$;

comment on function booking.list_deliveries(uuid, booking.actor, text, text, uuid, integer, uuid) is
'See booking_v1.list_deliveries.';
