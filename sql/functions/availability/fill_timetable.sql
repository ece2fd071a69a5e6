-- A periodic job: works the timetable out for all months in which somebody may book, as far as it is missing,
-- and drops the past ones. Each resource is locked, shared, from before its rules are read until the result is
-- committed, so that nobody changes them in between. Waits a moment for whoever is changing them. Writes
-- booking.timetable.
create or replace function booking.fill_timetable(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set lock_timeout = '1s'
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_missing booking.timetable[];
    v_count integer;
begin
    delete from booking.timetable as t
    using (
        select p.resource_id, p.month
        from booking.timetable as p
        where p.tenant_id = p_tenant_id and p.month < booking.month_of(booking.now())
        for update skip locked -- whoever changes hours has its row already, and waits for the locks below
    ) as p
    where t.tenant_id = p_tenant_id and t.resource_id = p.resource_id and t.month = p.month;

    v_missing := booking.missing_timetable(p_tenant_id => p_tenant_id, p_most => p_most);
    perform booking.lock_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => array(select m.resource_id from unnest(v_missing) as m)
    );
    insert into booking.timetable (tenant_id, resource_id, month, hours, closed)
    select p_tenant_id, r.resource_id, m.month, (w.working_time).hours * n.range, (w.working_time).closed * n.range
    from (
        select u.resource_id, array_agg(u.month) as months, range_merge(range_agg(booking.month_range(u.month))) as range
        from unnest(v_missing) as u
        group by u.resource_id
    ) as r
    cross join lateral (
        select booking.working_time(p_tenant_id, r.resource_id, r.range) as working_time
        offset 0 -- once for all months of a resource, which takes little more than one
    ) as w
    cross join lateral unnest(r.months) as m (month)
    cross join lateral (select tstzmultirange(booking.month_range(m.month)) as range) as n
    on conflict do nothing;
    get diagnostics v_count = row_count;
    return v_count;
exception
    when lock_not_available then
        return 0; -- somebody has something of theirs open: the next run comes again, and no other tenant waits
end
$function$;

comment on function booking.fill_timetable(uuid, integer) is
'Works out what is missing of the timetable, p_most months of a resource at most; returns how many.';
