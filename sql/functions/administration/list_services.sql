-- Called by booking_v1.list_services only. Takes no locks.
create or replace function booking.list_services(
    p_tenant_id uuid, p_actor booking.actor, p_include_inactive boolean
)
returns table (
    service_id uuid, name text, description text, duration interval, allowed_durations interval[],
    price numeric, currency text, time_zone text, requires_confirmation boolean, resource_ids uuid[],
    slot_interval interval, slot_offset interval, buffer_before interval, buffer_after interval,
    max_party_size integer, is_active boolean, is_public boolean
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
        p_function => 'list_services'
    );
    return query
    select
        s.service_id, s.name, s.description, s.duration, s.allowed_durations,
        s.price, s.currency, t.time_zone, s.requires_confirmation,
        array(
            select q.resource_id
            from booking.requirement_resource as q
            where q.tenant_id = s.tenant_id and q.service_id = s.service_id
            order by q.resource_id
        ),
        s.slot_interval, s.slot_offset, s.buffer_before, s.buffer_after, s.max_party_size, s.is_active,
        s.is_public
    from booking.service as s
    join booking.tenant as t on t.tenant_id = s.tenant_id
    where
        s.tenant_id = p_tenant_id
        and (s.is_active or (p_include_inactive and v_actor.role not in ('visitor', 'customer')))
        and (s.is_public or v_actor.role not in ('visitor', 'customer'))
    order by s.name, s.service_id;
end
$function$;

comment on function booking.list_services(uuid, booking.actor, boolean) is 'See booking_v1.list_services.';
