-- Why resources are not at work all the while: one row a resource and cause, made from the rules that working_time
-- is made of.
create or replace function booking.absence_refusals(
    p_tenant_id uuid,
    p_resource_ids uuid[],
    p_wanted tstzrange,
    p_clock booking.clock
)
returns table (stage integer, code text, message text, resource_id uuid, rule text, rule_id uuid, during tstzrange)
language sql
stable
as $function$
    with candidate as materialized (
        select
            r.resource_id, r.name, z.clock,
            booking.hours(p_tenant_id, null, p_clock) as opening_hours,
            booking.hours(p_tenant_id, r.resource_id, z.clock) as own_hours
        from booking.resource as r
        cross join lateral (select booking.clock_of(r.time_zone, p_wanted) as clock offset 0) as z
        where r.tenant_id = p_tenant_id and r.resource_id = any(p_resource_ids)
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
    select
        2, k.code,
        case h.kind
            when 'maintenance' then 'it is closed for maintenance'
            when 'other' then 'it is closed on that day'
            else 'it is a holiday'
        end,
        k.resource_id, k.code, k.rule_id, k.during
    from closure as k
    join booking.holiday as h on h.tenant_id = p_tenant_id and h.holiday_id = k.rule_id
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
$function$;

comment on function booking.absence_refusals(uuid, uuid[], tstzrange, booking.clock) is
'Which rules keep resources from work in a stretch of time. p_clock: the tenant''s, around it.';
