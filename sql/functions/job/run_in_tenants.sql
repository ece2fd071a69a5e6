-- Tenant by tenant, as row security wants it: goes round with a periodic job that is a function of one tenant
-- (p_tenant_id uuid, p_most integer) and says how much it did. The name of the function is that of a file in
-- cron/, never a caller's. Writes what the function writes.
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
    v_count integer;
    v_left integer := p_most;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        execute format('select booking.%I(p_tenant_id => $1, p_most => $2)', p_function_name)
        into v_count using v_tenant_id, v_left;
        v_left := v_left - v_count;
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return p_most - v_left;
end
$function$;

comment on function booking.run_in_tenants(text, integer) is
'Runs a function of one tenant for one after the other until it did p_most; returns how much that was. Less than
p_most: nothing is left. For run_job, or whoever deploys; no client may call it.';
