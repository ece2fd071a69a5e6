-- A lane is one unit of one resource: what a claim takes. For each lane: when it is at work (opening hours
-- included), when it is closed all the same, and when it is taken.
create or replace function booking.lane_time(
    p_tenant_id uuid,
    p_resource_ids uuid[],
    p_window tstzrange,
    p_except_booking_id uuid
)
returns table (
    resource_id uuid, unit integer, hours tstzmultirange, closed tstzmultirange, claimed tstzmultirange
)
language sql
stable
as $function$
    with hours as materialized (
        select h.owner_id, h.during
        from booking.hours(p_tenant_id, p_resource_ids, p_window) as h
    ),

    closed as (
        select c.resource_id, range_agg(c.during) as during
        from booking.closures(p_tenant_id, p_resource_ids, p_window) as c
        group by c.resource_id
    )

    select
        r.resource_id,
        u.unit,
        own.during * tenant.during,
        coalesce(c.during, '{}'),
        coalesce(k.during, '{}')
    from booking.resource as r
    join hours as own on own.owner_id = r.resource_id
    join hours as tenant on tenant.owner_id = p_tenant_id
    left join closed as c on c.resource_id = r.resource_id
    cross join lateral generate_series(1, r.units) as u (unit)
    cross join lateral (
        select range_agg(tstzrange(k.starts_at, k.ends_at)) as during
        from booking.claim as k
        where
            k.tenant_id = p_tenant_id
            and k.resource_id = r.resource_id
            and k.unit = u.unit
            and k.ends_at > lower(p_window)
            and k.starts_at < upper(p_window)
            and k.booking_id is distinct from p_except_booking_id
    ) as k
    where r.tenant_id = p_tenant_id and r.resource_id = any(p_resource_ids) and r.is_active
$function$;

comment on function booking.lane_time(uuid, uuid[], tstzrange, uuid) is
'Working, closed and taken time of each unit of resources. p_except_booking_id null: every claim counts.';
