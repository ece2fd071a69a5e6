-- When the resources are at work and when the tenant is open, as multiranges of instants.
--
-- On a date with an override nothing but the override counts: weekly hours that begin on it do not happen,
-- and what reaches into it from the evening before ends at its midnight. So: add up all windows, take the
-- overridden days out, and put back what the overrides themselves say about their own day.
create or replace function booking.hours(p_tenant_id uuid, p_resource_ids uuid[], p_window tstzrange)
returns table (owner_id uuid, during tstzmultirange)
language sql
stable
as $function$
    with owner as (
        select r.resource_id as owner_id, r.time_zone
        from booking.resource as r
        where r.tenant_id = p_tenant_id and r.resource_id = any(p_resource_ids)
        union all
        select t.tenant_id, t.time_zone
        from booking.tenant as t
        where t.tenant_id = p_tenant_id
    ),

    day as materialized (
        select z.time_zone, d.on_date, d.weekday, d.starts_at, d.ends_at, d.utc_offset
        from (select distinct o.time_zone from owner as o) as z
        cross join lateral booking.local_days(z.time_zone, p_window) as d
    ),

    rule as (
        select
            w.resource_id as owner_id, w.weekday, w.start_time, w.end_time, w.valid_from, w.valid_until
        from booking.weekly_hours as w
        where w.tenant_id = p_tenant_id and w.resource_id = any(p_resource_ids)
        union all
        select h.tenant_id, h.weekday, h.start_time, h.end_time, '-infinity', 'infinity'
        from booking.opening_hours as h
        where h.tenant_id = p_tenant_id
    ),

    override as materialized (
        select coalesce(v.resource_id, v.tenant_id) as owner_id, v.on_date, v.start_time, v.end_time
        from booking.date_override as v
        where
            v.tenant_id = p_tenant_id
            and (v.resource_id is null or v.resource_id = any(p_resource_ids))
            and v.on_date >= (lower(p_window) at time zone 'UTC')::date - 3
            and v.on_date <= (upper(p_window) at time zone 'UTC')::date + 2
    ),

    shift as (
        select o.owner_id, d.*, r.start_time, r.end_time, false as is_override
        from owner as o
        join rule as r on r.owner_id = o.owner_id
        join day as d on d.time_zone = o.time_zone and d.weekday = r.weekday
        where
            d.on_date between r.valid_from and r.valid_until
            and not exists (
                select
                from override as v
                where v.owner_id = o.owner_id and v.on_date = d.on_date
            )
        union all
        select o.owner_id, d.*, v.start_time, v.end_time, true
        from owner as o
        join override as v on v.owner_id = o.owner_id
        join day as d on d.time_zone = o.time_zone and d.on_date = v.on_date
    ),

    period as (
        select
            s.owner_id,
            s.is_override,
            tstzrange(s.starts_at, s.ends_at) as day,
            case when s.start_time is null then 'empty' else tstzrange(b.opens, greatest(b.opens, b.closes)) end as during
        from shift as s
        cross join lateral (
            select
                booking.local_instant(s.on_date + s.start_time, s.time_zone, s.utc_offset) as opens,
                booking.local_instant(
                    s.on_date + s.end_time
                    + case when s.end_time <= s.start_time then interval '24:00' else interval '0' end,
                    s.time_zone, s.utc_offset
                ) as closes
        ) as b
        union all
        select p_tenant_id, false, 'empty', '(,)'
        where not exists (select from booking.opening_hours as h where h.tenant_id = p_tenant_id)
    )

    select
        p.owner_id,
        range_agg(p.during)
        - coalesce(range_agg(p.day) filter (where p.is_override), '{}')
        + coalesce(range_agg(p.during * p.day) filter (where p.is_override), '{}')
    from period as p
    group by p.owner_id
$function$;

comment on function booking.hours(uuid, uuid[], tstzrange) is
'Working hours of resources and opening hours of the tenant (owner_id = p_tenant_id) in and around a window. '
'An owner without hours has no row.';
