begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('max_bookings_per_day', '1');

select is(pg_temp.answer(o), 'completed 200', 'the first of the day is booked')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(pg_temp.answer(o), 'failed limit_reached 400', 'the second is refused')
from pg_temp.book('2026-06-08T10:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'another day has its own limit')
from pg_temp.book('2026-06-15T08:00Z') as o;

select * from finish();
rollback;
