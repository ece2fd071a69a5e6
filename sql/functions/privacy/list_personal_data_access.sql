-- Called by booking_v1.list_personal_data_access only. Takes no locks.
create or replace function booking.list_personal_data_access(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_from timestamptz,
    p_to timestamptz,
    p_customer_id uuid,
    p_limit integer,
    p_after uuid
)
returns table (
    access_id uuid, accessed_at timestamptz, actor_role text, actor_subject text, function_name text,
    customer_ids uuid[], row_count integer, correlation_id text
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
set plan_cache_mode = force_custom_plan -- each filter may be missing, and those that are there find the index
as $function$
declare
    v_after_time timestamptz;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_personal_data_access'
    );
    perform booking.check_bounds(p_from => p_from, p_to => p_to);
    perform booking.check_limit(p_limit => p_limit);
    if p_after is not null then
        select a.accessed_at into v_after_time
        from booking.personal_data_access as a
        where a.tenant_id = p_tenant_id and a.access_id = p_after;
        perform booking.check_argument(
            p_is_valid => found, p_argument => 'p_after', p_message => 'must be the id of an access'
        );
    end if;
    return query
    select
        a.access_id, a.accessed_at, a.actor_role, a.actor_subject, a.function_name, a.customer_ids,
        a.row_count, a.correlation_id
    from booking.personal_data_access as a
    where
        a.tenant_id = p_tenant_id
        and (p_from is null or a.accessed_at >= p_from)
        and (p_to is null or a.accessed_at < p_to)
        and (p_customer_id is null or p_customer_id = any(a.customer_ids))
        and (p_after is null or (a.accessed_at, a.access_id) < (v_after_time, p_after))
    order by a.accessed_at desc, a.access_id desc
    limit p_limit;
end
$function$;

comment on function booking.list_personal_data_access(
    uuid, booking.actor, timestamptz, timestamptz, uuid, integer, uuid
) is 'See booking_v1.list_personal_data_access.';
