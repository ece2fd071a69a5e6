-- The timetable reaches as far as bookings do: they start within the longest advance limit of any service (a year where
-- there is none), and last up to 33 days more, buffers included.
create or replace function booking.missing_timetable(p_tenant_id uuid, p_most integer)
returns booking.timetable[]
language sql
stable
as $function$
    with reach as (
        select max(coalesce((p.value #>> '{}')::integer, 366)) as days
        from (
            select t.value
            from booking.policies(p_tenant_id, null) as t
            where t.policy_name = 'advance_booking_limit_days'
            union all
            select s.value
            from booking.policy_setting as s
            where s.tenant_id = p_tenant_id and s.policy_name = 'advance_booking_limit_days'
        ) as p
    )

    select array_agg((m.tenant_id, m.resource_id, m.month, null, null)::booking.timetable)
    from (
        select r.tenant_id, r.resource_id, n.month::date as month
        from reach as h
        cross join lateral generate_series(
            booking.month_of(booking.now())::timestamp,
            booking.month_of(booking.now() + make_interval(days => least(h.days, 366) + 33))::timestamp,
            interval '1 month'
        ) as n (month)
        cross join booking.resource as r
        where
            r.tenant_id = p_tenant_id and r.is_active
            and not exists (
                select
                from booking.timetable as t
                where t.tenant_id = r.tenant_id and t.resource_id = r.resource_id and t.month = n.month::date
            )
        order by n.month, r.resource_id
        limit p_most
    ) as m
$function$;

comment on function booking.missing_timetable(uuid, integer) is
'Months of active resources that the timetable lacks, the nearest first, p_most at most; hours and closed are null.';
