begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.date_override (tenant_id, resource_id, on_date)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-08');

select is(pg_temp.answer(o), 'failed outside_availability 400', 'it is refused')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
