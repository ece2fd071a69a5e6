begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.opening_hours (tenant_id, weekday, start_time, end_time)
values (pg_temp.id('shop'), 1, '10:00', '16:00');
insert into booking.holiday (tenant_id, name, starts_on, ends_on)
values (pg_temp.id('shop'), 'Fair', '2026-06-08', '2026-06-08');
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-08', '2026-06-09');

select results_eq(
    $$ select e.code from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T05:00Z') as e $$,
    array['outside_opening_hours', 'holiday', 'outside_availability', 'time_off'],
    'the shop is closed, all are off, she does not work then, and is away'
);
select is(o.code, 'outside_opening_hours', 'and a refusal says that') from pg_temp.book('2026-06-08T05:00Z') as o;

select * from finish();
rollback;
