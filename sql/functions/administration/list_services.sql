-- Called by booking_v1.list_services only. Takes no locks.
create or replace function booking.list_services(
    p_tenant_id uuid, p_actor booking.actor, p_include_inactive boolean, p_limit integer, p_after uuid
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
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_services'
    );
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (order by s.name, s.service_id) as position,
            s.service_id, s.name, s.description, s.duration, s.allowed_durations,
            s.price, s.currency, t.time_zone, s.requires_confirmation,
            array(
                select q.resource_id
                from booking.requirement_resource as q
                where q.tenant_id = s.tenant_id and q.service_id = s.service_id
                order by q.resource_id
            ) as resource_ids,
            s.slot_interval, s.slot_offset, s.buffer_before, s.buffer_after, s.max_party_size, s.is_active,
            s.is_public
        from booking.service as s
        join booking.tenant as t on t.tenant_id = s.tenant_id
        where
            s.tenant_id = p_tenant_id
            and (s.is_active or (p_include_inactive and not booking.is_outsider(v_actor.role)))
            and (s.is_public or not booking.is_outsider(v_actor.role))
    )

    select
        l.service_id, l.name, l.description, l.duration, l.allowed_durations, l.price, l.currency,
        l.time_zone, l.requires_confirmation, l.resource_ids, l.slot_interval, l.slot_offset,
        l.buffer_before, l.buffer_after, l.max_party_size, l.is_active, l.is_public
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.service_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_services(uuid, booking.actor, boolean, integer, uuid) is
'See booking_v1.list_services.';
