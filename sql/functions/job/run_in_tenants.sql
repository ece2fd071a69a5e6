-- Tenant by tenant, as row security wants it: goes round with a periodic job that is a function of one tenant
-- (p_tenant_id uuid, p_most integer) and says how much it did. What fails for one of them is undone, an alert, and
-- keeps nobody else waiting. The name of the function is that of a file in cron/, never a caller's. Writes what the
-- function writes, and alert.
create or replace function booking.run_in_tenants(p_function_name text, p_most integer)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_tenant_id uuid;
    v_started_at timestamptz := booking.now();
    v_count integer;
    v_left integer := p_most;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        begin
            execute format('select booking.%I(p_tenant_id => $1, p_most => $2)', p_function_name)
            into v_count using v_tenant_id, v_left;
            v_left := v_left - v_count;
        exception when others then
            perform booking.raise_alert(
                p_source => format('%s of tenant %s', p_function_name, v_tenant_id), p_code => 'tenant_failed',
                p_message => concat_ws(': ', sqlstate, left(sqlerrm, 200))
            );
        end;
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    if v_left > 0 then
        -- all were visited, and these did not fail
        perform booking.resolve_old_alerts(
            p_source => p_function_name || ' of tenant ', p_code => 'tenant_failed', p_before => v_started_at
        );
    end if;
    return p_most - v_left;
end
$function$;

comment on function booking.run_in_tenants(text, integer) is
'Runs a function of one tenant for one after the other until it did p_most; returns how much that was. Less than
p_most: nothing is left but what failed. For run_job, or whoever deploys; no client may call it.';
