begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.opening_hours (tenant_id, weekday, start_time, end_time)
values (pg_temp.id('shop'), 1, '12:00', '17:00');

select is(pg_temp.answer(o), 'failed outside_opening_hours 400', 'it is refused')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
