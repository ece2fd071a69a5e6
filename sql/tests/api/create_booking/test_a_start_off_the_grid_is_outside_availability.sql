begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select is(pg_temp.answer(o), 'failed outside_availability 400', 'it is refused')
from pg_temp.book('2026-06-08T08:30Z') as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
