-- Why each candidate cannot serve [start - buffer, end + buffer): one row a resource and cause, made from the
-- same hours, closures and claims that listing subtracts. stage tells how far the resource came.
create or replace function booking.resource_refusals(
    p_tenant_id uuid,
    p_resource_ids uuid[],
    p_wanted tstzrange,
    p_except_booking_id uuid
)
returns table (stage integer, code text, message text, resource_id uuid, rule text, rule_id uuid, during tstzrange)
language sql
stable
as $function$
    with hours as materialized (
        select h.owner_id, h.during
        from booking.hours(p_tenant_id, p_resource_ids, p_wanted) as h
    ),

    candidate as (
        select r.resource_id, r.units, r.name, tenant.during as opening_hours, own.during as own_hours
        from booking.resource as r
        left join hours as own on own.owner_id = r.resource_id
        left join hours as tenant on tenant.owner_id = p_tenant_id
        where r.tenant_id = p_tenant_id and r.resource_id = any(p_resource_ids)
    )

    select
        1, 'outside_opening_hours', 'it is closed then', c.resource_id, 'opening_hours', null::uuid,
        range_merge(tstzmultirange(p_wanted) - coalesce(c.opening_hours, '{}'))
    from candidate as c
    where (c.opening_hours @> p_wanted) is not true
    union all
    select 2, k.code, 'it is a holiday', k.resource_id, k.code, k.rule_id, k.during * p_wanted
    from booking.closures(p_tenant_id, p_resource_ids, p_wanted) as k
    where k.code = 'holiday' and k.during && p_wanted
    union all
    select
        3, 'outside_availability', c.name || ' does not work then', c.resource_id, 'hours', null,
        range_merge(tstzmultirange(p_wanted) - coalesce(c.own_hours, '{}'))
    from candidate as c
    where (c.own_hours @> p_wanted) is not true
    union all
    select 4, k.code, c.name || ' is away', k.resource_id, k.code, k.rule_id, k.during * p_wanted
    from booking.closures(p_tenant_id, p_resource_ids, p_wanted) as k
    join candidate as c on c.resource_id = k.resource_id
    where k.code = 'time_off' and k.during && p_wanted
    union all
    select 5, 'slot_taken', c.name || ' is booked', c.resource_id, 'claim', null, range_merge(t.taken) * p_wanted
    from candidate as c
    cross join lateral (
        select range_agg(tstzrange(k.starts_at, k.ends_at)) as taken, count(distinct k.unit) as taken_units
        from booking.claim as k
        where
            k.tenant_id = p_tenant_id
            and k.resource_id = c.resource_id
            and k.unit <= c.units
            and k.ends_at > lower(p_wanted)
            and k.starts_at < upper(p_wanted)
            and k.booking_id is distinct from p_except_booking_id
    ) as t
    where t.taken_units >= c.units
$function$;

comment on function booking.resource_refusals(uuid, uuid[], tstzrange, uuid) is
'Why resources cannot serve a stretch of time. Says of another''s booking only that the time is taken.';
