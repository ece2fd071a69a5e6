begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
select booking.run_in_tenants('fill_timetable', 1000000)::text;
select is_empty('select * from booking.find_stale_timetable(pg_temp.id(''shop''))', 'hours are worked out by the rules');
update booking.weekly_hours as w set end_time = '18:00' where w.tenant_id = pg_temp.id('shop');
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_stale_timetable' and d.tenant_id = pg_temp.id('shop')
    $$,
    'a rule changed behind their back'
);

select * from finish();
rollback;
