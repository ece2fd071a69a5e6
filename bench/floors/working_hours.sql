-- When a person of the data works, closures taken out, as one multirange from $3 to $4: computed beforehand for
-- the floor, and within the query for the floor that reads the hours, too. $1 tenant, $2 resource. Written from the tables without a function of the engine, so that equal results are two answers to one
-- question. Holds for this data: whole-hour zone, days without a change of offset at working hours, no
-- night shifts, holidays and time off of at most a day.
with day as (
    select d.day::date as on_date
    from generate_series(
        $3::timestamptz at time zone 'Europe/Berlin', $4::timestamptz at time zone 'Europe/Berlin', '24:00'
    ) as d (day)
),

own as (
    select d.on_date + w.start_time as opens, d.on_date + w.end_time as closes
    from day as d
    join booking.weekly_hours as w
        on w.tenant_id = $1 and w.resource_id = $2 and w.weekday = extract(dow from d.on_date)
    where not exists (
        select
        from booking.date_override as o
        where o.tenant_id = $1 and o.resource_id = $2 and o.on_date = d.on_date
    )
    union all
    select o.on_date + o.start_time, o.on_date + o.end_time
    from booking.date_override as o
    where o.tenant_id = $1 and o.resource_id = $2 and o.start_time is not null
),

closed as (
    select f.starts_local as opens, f.ends_local as closes
    from booking.time_off as f
    where f.tenant_id = $1 and f.resource_id = $2
    union all
    select d.on_date, d.on_date + 1
    from day as d
    join booking.holiday as h
        on
            h.tenant_id = $1
            and case
                when h.is_yearly then to_char(h.starts_on, 'MMDD') = to_char(d.on_date, 'MMDD')
                else h.starts_on = d.on_date
            end
)

select
    (
        (
            select range_agg(tstzrange(o.opens at time zone 'Europe/Berlin', o.closes at time zone 'Europe/Berlin'))
            from own as o
        )
        - coalesce(
            (
                select range_agg(tstzrange(c.opens at time zone 'Europe/Berlin', c.closes at time zone 'Europe/Berlin'))
                from closed as c
            ),
            '{}'
        )
    ) * tstzmultirange(tstzrange($3, $4))
