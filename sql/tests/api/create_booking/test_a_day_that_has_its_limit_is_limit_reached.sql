begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('max_bookings_per_day', '0');

select is(pg_temp.answer(o), 'failed limit_reached 400', 'it is refused')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
