-- A periodic job: erases whom nothing has been heard of for longer than the policy allows: no booking over since,
-- nor one to come. Leaves locked customers to a later run. Who has booked since they were found is asked again under
-- their lock, which bookings wait for. It can't be undone, so the first run after days without one erases nobody: the
-- clock may be ahead, and the next night is early enough. Writes what forget_customer writes.
create or replace function booking.erase_inactive_customers(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_actor booking.actor;
    v_since timestamptz := booking.now() - make_interval(
        hours => 24 * booking.tenant_limit(p_tenant_id => p_tenant_id, p_policy_name => 'customer_retention_days')
    );
    v_customer_id uuid;
    v_count integer := 0;
begin
    if (booking.last_run('customer_retention')).started_at < booking.now() - interval '3 days' then
        return 0;
    end if;
    v_actor.role := 'service';
    v_actor.subject := 'erase_inactive_customers';
    for v_customer_id in
        select c.customer_id
        from booking.customer as c
        where
            c.tenant_id = p_tenant_id and c.erased_at is null and c.created_at < v_since
            and booking.is_inactive(c.tenant_id, c.customer_id, v_since)
        order by c.customer_id
        limit p_most
        for update skip locked
    loop
        continue when not booking.is_inactive(
            p_tenant_id => p_tenant_id, p_customer_id => v_customer_id, p_since => v_since
        );
        perform booking.forget_customer(
            p_tenant_id => p_tenant_id, p_actor => v_actor, p_operation_id => gen_random_uuid(),
            p_customer_id => v_customer_id, p_reason => null
        );
        v_count := v_count + 1;
    end loop;
    return v_count;
end
$function$;

comment on function booking.erase_inactive_customers(uuid, integer) is
'Erases customers after the policy customer_retention_days, p_most at most; returns how many.';
