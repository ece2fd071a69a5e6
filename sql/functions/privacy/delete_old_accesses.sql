-- A periodic job: the log of readings is about members, and is not kept for ever either. Deletes from
-- personal_data_access, of every tenant.
create or replace function booking.delete_old_accesses(p_most integer default 10000)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_tenant_id uuid;
    v_before timestamptz;
    v_count integer;
    v_left integer := p_most;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        v_before := booking.now() - make_interval(
            hours => 24 * booking.tenant_limit(p_tenant_id => v_tenant_id, p_policy_name => 'access_log_days')
        );
        -- materialized: a subquery with a limit may be run once for each row, and then finds others each time
        with old as materialized (
            select o.accessed_at, o.access_id
            from booking.personal_data_access as o
            where o.tenant_id = v_tenant_id and o.accessed_at < v_before
            order by o.accessed_at
            limit v_left
        )

        delete from booking.personal_data_access as a
        using old as o
        where a.tenant_id = v_tenant_id and a.accessed_at = o.accessed_at and a.access_id = o.access_id;
        get diagnostics v_count = row_count;
        v_left := v_left - v_count;
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return p_most - v_left;
end
$function$;

comment on function booking.delete_old_accesses(integer) is
'Deletes notes of readings older than the policy access_log_days, p_most at most; returns how many. Fewer than
p_most: none is left. For a scheduler, or whoever deploys; no client may call it.';
