-- Called by booking_v1.list_date_overrides only. Takes no locks.
create or replace function booking.list_date_overrides(
    p_tenant_id uuid, p_actor booking.actor, p_from date, p_to date, p_resource_id uuid
)
returns table (
    date_override_id uuid, resource_id uuid, on_date date, start_time time, end_time time, reason text
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_date_overrides'
    );
    return query
    select v.date_override_id, v.resource_id, v.on_date, v.start_time, v.end_time, v.reason
    from booking.date_override as v
    where
        v.tenant_id = p_tenant_id
        and (p_from is null or v.on_date >= p_from)
        and (p_to is null or v.on_date <= p_to)
        and (p_resource_id is null or v.resource_id = p_resource_id)
    order by v.on_date, v.resource_id nulls first, v.start_time, v.date_override_id;
end
$function$;

comment on function booking.list_date_overrides(uuid, booking.actor, date, date, uuid) is
'See booking_v1.list_date_overrides.';
