begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('max_bookings_per_day', '1');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is(pg_temp.answer(o), 'completed 200', 'the only one of a day that takes one can move within it')
from booking_v1.reschedule_booking('second', pg_temp.booking_of('first'), '2026-06-08T10:00Z') as o;

select * from finish();
rollback;
