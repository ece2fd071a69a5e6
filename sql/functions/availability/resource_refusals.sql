-- Why each candidate cannot serve [start - buffer, end + buffer): one row a resource and cause, made from the
-- same hours, closures and claims that listing subtracts. stage tells how far the resource came. Rules are only
-- looked into for resources that are not at work all the while: most refusals are about time that is taken.
create or replace function booking.resource_refusals(
    p_tenant_id uuid,
    p_resource_ids uuid[],
    p_wanted tstzrange,
    p_clock booking.clock,
    p_except_booking_id uuid
)
returns table (stage integer, code text, message text, resource_id uuid, rule text, rule_id uuid, during tstzrange)
language sql
stable
as $function$
    with lane as materialized (
        select t.resource_id, t.hours - t.closed @> p_wanted as is_at_work, t.claimed * tstzmultirange(p_wanted) as taken
        from booking.lane_time(p_tenant_id, p_resource_ids, p_wanted, p_except_booking_id) as t
    ),

    candidate as materialized (
        select
            r.resource_id, r.name, z.clock,
            booking.hours(p_tenant_id, null, p_clock) as opening_hours,
            booking.hours(p_tenant_id, r.resource_id, z.clock) as own_hours
        from booking.resource as r
        cross join lateral (select booking.clock_of(r.time_zone, p_wanted) as clock offset 0) as z
        where
            r.tenant_id = p_tenant_id
            and r.resource_id in (select l.resource_id from lane as l where not l.is_at_work)
    ),

    closure as materialized (
        select c.resource_id, c.name, k.code, k.rule_id, range_merge(i.during) * p_wanted as during
        from candidate as c
        cross join lateral booking.closures(p_tenant_id, c.resource_id, p_wanted) as k
        cross join lateral booking.instants(array[k.during], c.clock) as i (during)
        where i.during && p_wanted
    )

    select
        1, 'outside_opening_hours', 'it is closed then', c.resource_id, 'opening_hours', null::uuid,
        range_merge(tstzmultirange(p_wanted) - c.opening_hours)
    from candidate as c
    where not c.opening_hours @> p_wanted
    union all
    select 2, k.code, 'it is a holiday', k.resource_id, k.code, k.rule_id, k.during
    from closure as k
    where k.code = 'holiday'
    union all
    select
        3, 'outside_availability', c.name || ' does not work then', c.resource_id, 'hours', null,
        range_merge(tstzmultirange(p_wanted) - c.own_hours)
    from candidate as c
    where not c.own_hours @> p_wanted
    union all
    select 4, k.code, k.name || ' is away', k.resource_id, k.code, k.rule_id, k.during
    from closure as k
    where k.code = 'time_off'
    union all
    select 5, 'slot_taken', r.name || ' is booked', r.resource_id, 'claim', null, t.during
    from (
        select l.resource_id, range_merge(range_agg(l.taken)) as during
        from lane as l
        group by l.resource_id
        having not bool_or(isempty(l.taken))
    ) as t
    join booking.resource as r on r.tenant_id = p_tenant_id and r.resource_id = t.resource_id
$function$;

comment on function booking.resource_refusals(uuid, uuid[], tstzrange, booking.clock, uuid) is
'Why resources cannot serve a stretch of time. Says of another''s booking only that the time is taken.';
