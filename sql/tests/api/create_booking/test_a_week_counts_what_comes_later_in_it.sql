begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_weekdays => '{0, 1}');

call pg_temp.set_policy('max_bookings_per_week', '1');

select is(pg_temp.answer(o), 'completed 200', 'the first of the week is booked, on Sunday')
from pg_temp.book('2026-06-14T10:00Z') as o;
select is(pg_temp.answer(o), 'failed limit_reached 400', 'the Monday before it is of that week')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'the Monday after it is not')
from pg_temp.book('2026-06-15T10:00Z') as o;

select * from finish();
rollback;
