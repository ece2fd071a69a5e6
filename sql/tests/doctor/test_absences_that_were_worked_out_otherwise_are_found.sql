begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
-- an absence that goes on into the next month
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-28 00:00', '2026-07-05 00:00');
select booking.run_in_tenants('fill_timetable', 1000000)::text;
select is_empty('select * from booking.find_stale_timetable(pg_temp.id(''shop''))', 'each month has its part of it');
update booking.time_off as f set ends_local = '2026-06-30 00:00' where f.tenant_id = pg_temp.id('shop');
select results_eq(
    'select f.subject, f.problem from booking.find_stale_timetable(pg_temp.id(''shop'')) as f order by 2',
    $$
        select 'resource ' || pg_temp.id('Ada'), format('its hours of %s are others than were worked out', m.month)
        from unnest('{2026-06,2026-07}'::text[]) as m (month)
    $$,
    'two months are others'
);

select * from finish();
rollback;
