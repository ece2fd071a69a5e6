-- For each active resource: when it is at work (opening hours included), and when it is closed all the same. Hours
-- come from the timetable where it has all months of the window, and else from the rules. Months are cut to the window
-- before they are put together: to sort and subtract the rest of them would take longer than a week itself.
create or replace function booking.resource_time(
    p_tenant_id uuid,
    p_resource_ids uuid[],
    p_window tstzrange
)
returns table (resource_id uuid, units integer, hours tstzmultirange, closed tstzmultirange)
language sql
stable
as $function$
    select r.resource_id, r.units, (r.working_time).hours, (r.working_time).closed
    from (
        select
            r.resource_id, r.units,
            coalesce(
                (
                    select (range_agg(t.hours * m.span), range_agg(t.closed * m.span))::booking.working_time
                    from booking.timetable as t
                    where
                        t.tenant_id = p_tenant_id and t.resource_id = r.resource_id
                        and t.month between m.first and m.last
                    having count(*) = booking.month_count(m.first, m.last)
                ),
                booking.working_time(p_tenant_id, r.resource_id, p_window)
            ) as working_time
        from (
            select
                booking.month_of(lower(p_window)) as first, booking.month_of(upper(p_window)) as last,
                tstzmultirange(p_window) as span
            offset 0 -- worked out once
        ) as m
        cross join unnest(p_resource_ids) as c (resource_id)
        cross join lateral (
            select a.resource_id, a.units
            from booking.resource as a
            where a.tenant_id = p_tenant_id and a.resource_id = c.resource_id and a.is_active
            offset 0 -- each by its key: a join would read all that the tenant has
        ) as r
        offset 0 -- hours are those of the resource, whatever its number of units
    ) as r
$function$;

comment on function booking.resource_time(uuid, uuid[], tstzrange) is
'Working and closed time of active resources, in a window and around it.';
