begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/zones.sql
select plan(3);

call pg_temp.make_shop();
call pg_temp.have_booking('wrong', '2026-06-08T08:00Z');
call pg_temp.rules_change('wrong', '-1 hour');
select isnt(booking.run_in_tenants('fill_timetable', 1000000), 0, 'hours are worked out ahead');
select is(booking.repair_time_zones(), 1, 'by the old rules');
select is_empty(
    $$ select from booking.timetable as t where t.tenant_id = pg_temp.id('shop') $$, 'so they are forgotten'
);

select * from finish();
rollback;
