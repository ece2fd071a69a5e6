-- Runs a periodic job tenant by tenant, as row security wants it. The job is a function of one tenant (p_tenant_id
-- uuid, p_most integer) that says how much it did. What fails for one tenant is undone and raises an alert, and the
-- others go on. A tenant with more to do than a whole run may doesn't keep the others waiting either: each gets a share
-- of what is left, and only afterwards do those go on who used up theirs. The name of the function is that of a file in
-- cron/, never a caller's. Writes what the function writes, and alert.
create or replace function booking.run_in_tenants(p_function_name text, p_most integer)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_tenant_ids uuid[] := array(select t.tenant_id from booking.tenant as t order by t.tenant_id);
    v_unfinished uuid[];
    v_started_at timestamptz := booking.now();
    v_share integer;
    v_count integer;
    v_left integer := p_most;
begin
    while cardinality(v_tenant_ids) > 0 loop
        v_unfinished := '{}';
        for v_index in 1..cardinality(v_tenant_ids) loop
            v_share := ceil(v_left::numeric / (cardinality(v_tenant_ids) - v_index + 1))::integer;
            perform set_config('booking.tenant_id', v_tenant_ids[v_index]::text, true);
            begin
                execute format('select booking.%I(p_tenant_id => $1, p_most => $2)', p_function_name)
                into v_count using v_tenant_ids[v_index], v_share;
                v_left := v_left - v_count;
                if v_count >= v_share then
                    v_unfinished := v_unfinished || v_tenant_ids[v_index];
                end if;
            exception when others then
                perform booking.raise_tenant_alert(
                    p_function_name => p_function_name, p_tenant_id => v_tenant_ids[v_index],
                    p_sqlstate => sqlstate, p_error => sqlerrm
                );
            end;
            exit when v_left <= 0;
        end loop;
        exit when v_left <= 0;
        v_tenant_ids := v_unfinished;
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
'Runs a function of one tenant for each of them, until it did p_most or nothing is left; returns how much that was. Less
than p_most: nothing is left but what failed. For run_job, or whoever deploys; no client may call it.';
