-- A periodic job: an expired key is as good as none already, this frees its room. Leaves locked rows to a later
-- run, so it waits for nobody. Events keep the operation_id: it was in the outcome, and ties together what one
-- command did. Deletes from booking_operation, of every tenant.
create or replace function booking.delete_expired_operations(p_most integer default 10000)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_tenant_id uuid;
    v_expired_at timestamptz;
    v_count integer;
    v_left integer := p_most;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        v_expired_at := booking.keys_expired_at(v_tenant_id);
        -- materialized: a subquery with a limit may be run once for each row, and then finds others each time
        with expired as materialized (
            select e.operation_id
            from booking.booking_operation as e
            where e.tenant_id = v_tenant_id and e.created_at <= v_expired_at
            order by e.created_at
            limit v_left
            for update skip locked
        )

        delete from booking.booking_operation as o
        using expired as e
        where o.tenant_id = v_tenant_id and o.operation_id = e.operation_id;
        get diagnostics v_count = row_count;
        v_left := v_left - v_count;
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return p_most - v_left;
end
$function$;

comment on function booking.delete_expired_operations(integer) is
'Deletes what expired idempotency keys have led to (policy idempotency_key_hours), p_most at most; returns how
many. Fewer than p_most: none is left. For a scheduler, or whoever deploys; no client may call it.';
