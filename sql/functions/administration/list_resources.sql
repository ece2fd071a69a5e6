-- Called by booking_v1.list_resources only. Takes no locks.
create or replace function booking.list_resources(
    p_tenant_id uuid, p_actor booking.actor, p_limit integer, p_after uuid
)
returns table (
    resource_id uuid, kind text, name text, time_zone text, units integer, is_active boolean,
    contact_id uuid
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
    v_is_member boolean;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_resources'
    );
    perform booking.check_limit(p_limit => p_limit);
    v_is_member := not booking.is_outsider(v_actor.role);
    return query
    with listed as (
        select
            row_number() over (order by r.kind, r.name, r.resource_id) as position,
            r.resource_id, r.kind, r.name, r.time_zone, r.units, r.is_active,
            case when v_is_member then r.contact_id end as contact_id
        from booking.resource as r
        where
            r.tenant_id = p_tenant_id
            and (
                v_is_member
                or r.is_active
                and r.resource_id = any((select booking.public_resource_ids(p_tenant_id))::uuid[])
            )
    )

    select l.resource_id, l.kind, l.name, l.time_zone, l.units, l.is_active, l.contact_id
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.resource_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_resources(uuid, booking.actor, integer, uuid) is 'See booking_v1.list_resources.';
