-- A periodic job: erases whom nothing has been heard of for longer than the policy allows: no booking made, or
-- over, since. Leaves locked customers to a later run, so it waits for nobody. Writes what forget_customer
-- writes, of every tenant.
create or replace function booking.erase_inactive_customers(p_most integer default 1000)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_actor booking.actor;
    v_tenant_id uuid;
    v_customer_id uuid;
    v_since timestamptz;
    v_left integer := p_most;
begin
    v_actor.role := 'service';
    v_actor.subject := 'erase_inactive_customers';
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        v_since := booking.now() - make_interval(
            hours => 24 * booking.tenant_limit(
                p_tenant_id => v_tenant_id, p_policy_name => 'customer_retention_days'
            )
        );
        for v_customer_id in
            select c.customer_id
            from booking.customer as c
            where
                c.tenant_id = v_tenant_id and c.erased_at is null and c.created_at < v_since
                and not exists (
                    select
                    from booking.booking as b
                    where
                        b.tenant_id = v_tenant_id and b.customer_id = c.customer_id
                        and (b.ends_at >= v_since or b.created_at >= v_since)
                )
            order by c.customer_id
            limit v_left
            for update skip locked
        loop
            perform booking.forget_customer(
                p_tenant_id => v_tenant_id, p_actor => v_actor, p_operation_id => gen_random_uuid(),
                p_customer_id => v_customer_id, p_reason => null
            );
            v_left := v_left - 1;
        end loop;
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return p_most - v_left;
end
$function$;

comment on function booking.erase_inactive_customers(integer) is
'Erases customers after the policy customer_retention_days, p_most at most; returns how many. Fewer than p_most:
none is left. For a scheduler, or whoever deploys; no client may call it.';
