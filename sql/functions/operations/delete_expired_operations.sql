-- A periodic job: an expired key is as good as none already, this frees its room. Leaves locked rows to a later
-- run, so it waits for nobody. Events keep the operation_id: it was in the outcome, and ties together what one
-- command did. Deletes from booking_operation.
create or replace function booking.delete_expired_operations(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_expired_at timestamptz := booking.keys_expired_at(p_tenant_id);
    v_count integer;
begin
    -- materialized: a subquery with a limit may be run once for each row, and then finds others each time
    with expired as materialized (
        select e.operation_id
        from booking.booking_operation as e
        where e.tenant_id = p_tenant_id and e.created_at <= v_expired_at
        order by e.created_at
        limit p_most
        for update skip locked
    )

    delete from booking.booking_operation as o
    using expired as e
    where o.tenant_id = p_tenant_id and o.operation_id = e.operation_id;
    get diagnostics v_count = row_count;
    return v_count;
end
$function$;

comment on function booking.delete_expired_operations(uuid, integer) is
'Deletes what expired idempotency keys have led to (policy idempotency_key_hours), p_most at most; returns how many.';
