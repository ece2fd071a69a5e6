-- Called by requeue_deliveries and dismiss_deliveries: after an outage there are too many to name one by one. What
-- somebody else has locked is left to them. Locks booking.outbox, and writes what leave_dead writes.
create or replace function booking.leave_dead_deliveries(
    p_tenant_id uuid, p_kind text, p_from timestamptz, p_to timestamptz, p_limit integer, p_status text
)
returns uuid[]
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_delivery_id uuid;
    v_delivery_ids uuid[];
begin
    perform booking.check_argument(
        p_is_valid => p_kind is null or p_kind in (select k.kind from booking.outbox_kind as k where k.kind <> 'event'),
        p_argument => 'p_kind', p_message => 'must be a kind of deliveries, such as email'
    );
    perform booking.check_bounds(p_from => p_from, p_to => p_to);
    perform booking.check_argument(
        p_is_valid => p_limit between 1 and 10000, p_argument => 'p_limit', p_message => 'must be between 1 and 10000'
    );
    v_delivery_ids := array(
        select o.outbox_id
        from booking.outbox as o
        where
            o.tenant_id = p_tenant_id and o.status = 'dead' and o.kind <> 'event'
            and (p_kind is null or o.kind = p_kind)
            and (p_from is null or o.finished_at >= p_from)
            and (p_to is null or o.finished_at < p_to)
        order by o.created_at, o.outbox_id
        limit p_limit
        for update skip locked
    );
    foreach v_delivery_id in array v_delivery_ids loop
        perform booking.leave_dead(p_tenant_id => p_tenant_id, p_delivery_id => v_delivery_id, p_status => p_status);
    end loop;
    return v_delivery_ids;
end
$function$;

comment on function booking.leave_dead_deliveries(uuid, text, timestamptz, timestamptz, integer, text) is
'Makes dead deliveries queued again, or dropped; which those are. Raises invalid_argument.';
