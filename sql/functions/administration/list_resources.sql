-- Called by booking_v1.list_resources only. Takes no locks.
create or replace function booking.list_resources(p_tenant_id uuid, p_actor booking.actor)
returns table (
    resource_id uuid, kind text, name text, time_zone text, units integer, is_active boolean,
    contact_id uuid
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
        p_function => 'list_resources'
    );
    return query
    select r.resource_id, r.kind, r.name, r.time_zone, r.units, r.is_active,
        case when v_actor.role not in ('visitor', 'customer') then r.contact_id end
    from booking.resource as r
    where r.tenant_id = p_tenant_id and (r.is_active or v_actor.role not in ('visitor', 'customer'))
    order by r.kind, r.name, r.resource_id;
end
$function$;

comment on function booking.list_resources(uuid, booking.actor) is 'See booking_v1.list_resources.';
