create or replace function booking.find_stale_timetable(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_stale_timetable', p_tenant_id, 'resource ' || t.resource_id,
        format('its hours of %s are others than were worked out', to_char(t.month, 'YYYY-MM')),
        'Delete its rows of booking.timetable: they are worked out anew.'
    from booking.timetable as t
    cross join lateral (
        select
            tstzmultirange(booking.month_range(t.month)) as month,
            booking.working_time(t.tenant_id, t.resource_id, booking.month_range(t.month)) as working_time
        offset 0 -- worked out once for both columns
    ) as w
    where
        t.tenant_id = p_tenant_id
        and (t.hours, t.closed)
        is distinct from ((w.working_time).hours * w.month, (w.working_time).closed * w.month)
$function$;

comment on function booking.find_stale_timetable(uuid) is 'Months that were worked out by other rules than there are.';
