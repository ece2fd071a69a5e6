-- Called by booking_v1.list_date_overrides only. Takes no locks.
create or replace function booking.list_date_overrides(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_from date,
    p_to date,
    p_resource_id uuid,
    p_limit integer,
    p_after uuid
)
returns table (
    date_override_id uuid, resource_id uuid, on_date date, start_time time, end_time time, reason text
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_date_overrides'
    );
    perform booking.check_bounds(p_from => p_from, p_to => p_to);
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (
                order by v.on_date, v.resource_id nulls first, v.start_time, v.date_override_id
            ) as position,
            v.date_override_id, v.resource_id, v.on_date, v.start_time, v.end_time, v.reason
        from booking.date_override as v
        where
            v.tenant_id = p_tenant_id
            and (p_from is null or v.on_date >= p_from)
            and (p_to is null or v.on_date <= p_to)
            and (p_resource_id is null or v.resource_id = p_resource_id)
    )

    select l.date_override_id, l.resource_id, l.on_date, l.start_time, l.end_time, l.reason
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.date_override_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_date_overrides(uuid, booking.actor, date, date, uuid, integer, uuid) is
'See booking_v1.list_date_overrides.';
