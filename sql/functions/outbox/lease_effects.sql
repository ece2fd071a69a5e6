-- The part of booking.lease_outbox that is one tenant's. What another transaction has locked is left to it. One
-- whose last lease ran out is not tried again: it is dead. Locks and writes booking.outbox,
-- and writes what settle_effect writes.
create or replace function booking.lease_effects(p_tenant_id uuid, p_kind booking.outbox_kind, p_most integer)
returns table (
    tenant_id uuid, outbox_id uuid, kind text, payload jsonb, attempt integer, lease_id uuid,
    leased_until timestamptz
)
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz := booking.now();
    v_outbox_id uuid;
    v_outbox_ids uuid[];
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
    for v_outbox_id in
        select o.outbox_id
        from booking.outbox as o
        where
            o.tenant_id = p_tenant_id and o.kind = p_kind.kind and o.status = 'leased' and o.due_at <= v_now
            and o.attempt_count >= p_kind.attempts
        for update skip locked
    loop
        perform booking.settle_effect(
            p_tenant_id => p_tenant_id, p_outbox_id => v_outbox_id, p_status => 'dead',
            p_error => 'the lease of the last attempt ran out'
        );
    end loop;

    v_outbox_ids := array(
        select o.outbox_id
        from booking.outbox as o
        where
            o.tenant_id = p_tenant_id and o.kind = p_kind.kind and o.status in ('queued', 'leased')
            and o.due_at <= v_now
        order by o.due_at
        limit p_most
        for update skip locked
    );
    return query
    -- ids in an array: of a sub-query with an unknown limit the planner expects so many that it reads all the table
    update booking.outbox as o
    set
        status = 'leased', lease_id = gen_random_uuid(), due_at = v_now + p_kind.lease,
        attempt_count = o.attempt_count + 1
    where o.tenant_id = p_tenant_id and o.outbox_id = any(v_outbox_ids)
    returning o.tenant_id, o.outbox_id, o.kind, o.payload, o.attempt_count, o.lease_id, o.due_at;
end
$function$;

comment on function booking.lease_effects(uuid, booking.outbox_kind, integer) is
'Leases what is due of one kind and tenant, p_most at most; see booking.lease_outbox.';
