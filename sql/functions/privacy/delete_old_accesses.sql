-- A periodic job: the log of readings is about members, and is not kept for ever either. Deletes from
-- personal_data_access.
create or replace function booking.delete_old_accesses(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_before timestamptz := booking.now() - make_interval(
        hours => 24 * booking.tenant_limit(p_tenant_id => p_tenant_id, p_policy_name => 'access_log_days')
    );
    v_count integer;
begin
    -- materialized: a subquery with a limit may be run once for each row, and then finds others each time
    with old as materialized (
        select o.accessed_at, o.access_id
        from booking.personal_data_access as o
        where o.tenant_id = p_tenant_id and o.accessed_at < v_before
        order by o.accessed_at
        limit p_most
    )

    delete from booking.personal_data_access as a
    using old as o
    where a.tenant_id = p_tenant_id and a.accessed_at = o.accessed_at and a.access_id = o.access_id;
    get diagnostics v_count = row_count;
    return v_count;
end
$function$;

comment on function booking.delete_old_accesses(uuid, integer) is
'Deletes notes of readings older than the policy access_log_days, p_most at most; returns how many.';
