-- Called by booking_v1.list_time_off only. Takes no locks. Midnight at either end is said by no time at all,
-- as in upsert_time_off.
create or replace function booking.list_time_off(
    p_tenant_id uuid, p_actor booking.actor, p_from date, p_to date, p_resource_id uuid
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
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_time_off'
    );
    return query
    select
        f.time_off_id, f.resource_id, d.starts_on, d.ends_on, nullif(f.starts_local::time, '00:00'),
        nullif(f.ends_local::time, '00:00'), f.reason
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
    order by f.starts_local, f.resource_id, f.time_off_id;
end
$function$;

comment on function booking.list_time_off(uuid, booking.actor, date, date, uuid) is 'See booking_v1.list_time_off.';
