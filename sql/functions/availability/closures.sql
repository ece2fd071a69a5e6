-- Holidays and time off of resources: what closes time that would be open. One row a cause and resource.
create or replace function booking.closures(p_tenant_id uuid, p_resource_ids uuid[], p_window tstzrange)
returns table (resource_id uuid, code text, rule_id uuid, during tstzrange)
language sql
stable
as $function$
    with candidate as (
        select r.resource_id, r.time_zone
        from booking.resource as r
        where r.tenant_id = p_tenant_id and r.resource_id = any(p_resource_ids)
    ),

    holiday as (
        select
            h.holiday_id,
            h.all_resources,
            y.starts_on,
            y.starts_on + (h.ends_on - h.starts_on) + 1 as reopens_on
        from booking.holiday as h
        cross join lateral (
            select h.starts_on
            where not h.is_yearly
            union all
            select (h.starts_on + make_interval(years => n.year - extract(year from h.starts_on)::integer))::date
            from generate_series(
                extract(year from lower(p_window))::integer - 1,
                extract(year from upper(p_window))::integer + 1
            ) as n (year)
            where h.is_yearly
        ) as y
        where
            h.tenant_id = p_tenant_id
            and (h.is_yearly or h.ends_on >= (lower(p_window) at time zone 'UTC')::date - 2)
            and (h.is_yearly or h.starts_on <= (upper(p_window) at time zone 'UTC')::date + 2)
            and y.starts_on + (h.ends_on - h.starts_on) >= (lower(p_window) at time zone 'UTC')::date - 2
            and y.starts_on <= (upper(p_window) at time zone 'UTC')::date + 2
            -- adding years to 29 February gives the 28th where there is no 29th
            and extract(day from y.starts_on) = extract(day from h.starts_on)
    ),

    holiday_period as materialized (
        select
            h.holiday_id,
            h.all_resources,
            z.time_zone,
            tstzrange(
                booking.resolve_local(h.starts_on::timestamp, z.time_zone),
                booking.resolve_local(h.reopens_on::timestamp, z.time_zone)
            ) as during
        from holiday as h
        cross join (select distinct c.time_zone from candidate as c) as z
    )

    select c.resource_id, 'holiday', h.holiday_id, h.during
    from candidate as c
    join holiday_period as h on h.time_zone = c.time_zone
    where
        h.all_resources
        or exists (
            select
            from booking.holiday_resource as hr
            where
                hr.tenant_id = p_tenant_id
                and hr.holiday_id = h.holiday_id
                and hr.resource_id = c.resource_id
        )
    union all
    select
        c.resource_id,
        'time_off',
        f.time_off_id,
        tstzrange(
            booking.resolve_local(f.starts_local, c.time_zone),
            booking.resolve_local(f.ends_local, c.time_zone)
        )
    from candidate as c
    join booking.time_off as f on f.tenant_id = p_tenant_id and f.resource_id = c.resource_id
    where
        f.ends_local >= (lower(p_window) at time zone 'UTC') - interval '48:00'
        and f.starts_local <= (upper(p_window) at time zone 'UTC') + interval '48:00'
$function$;

comment on function booking.closures(uuid, uuid[], tstzrange) is
'Holidays and time off of resources around a window: code (holiday, time_off), the record''s id, and when.';
