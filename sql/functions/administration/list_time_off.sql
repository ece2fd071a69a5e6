-- Called by booking_v1.list_time_off only. Takes no locks. Midnight at either end is said by no time at all,
-- as in upsert_time_off.
create or replace function booking.list_time_off(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_from date,
    p_to date,
    p_resource_id uuid,
    p_limit integer,
    p_after uuid
)
returns table (
    time_off_id uuid, resource_id uuid, starts_on date, ends_on date, start_time time, end_time time,
    reason text
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_time_off'
    );
    perform booking.check_bounds(p_from => p_from, p_to => p_to);
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (order by f.starts_local, f.resource_id, f.time_off_id) as position,
            f.time_off_id, f.resource_id, d.starts_on, d.ends_on, nullif(f.starts_local::time, '00:00') as start_time,
            nullif(f.ends_local::time, '00:00') as end_time, f.reason
        from booking.time_off as f
        cross join lateral (
            select
                f.starts_local::date as starts_on,
                f.ends_local::date - case f.ends_local::time when '00:00' then 1 else 0 end as ends_on
        ) as d
        where
            f.tenant_id = p_tenant_id
            and (p_from is null or d.ends_on >= p_from)
            and (p_to is null or d.starts_on <= p_to)
            and (p_resource_id is null or f.resource_id = p_resource_id)
            and booking.is_within_reach(v_actor, null, array[f.resource_id])
    )

    select l.time_off_id, l.resource_id, l.starts_on, l.ends_on, l.start_time, l.end_time, l.reason
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.time_off_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_time_off(uuid, booking.actor, date, date, uuid, integer, uuid) is
'See booking_v1.list_time_off.';
