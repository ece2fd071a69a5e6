begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

set local booking.now = '2026-06-07T08:00:01Z';
select is(pg_temp.answer(o), 'failed deadline_passed 400', 'a second later than 24 hours before is too late')
from booking_v1.cancel_booking('second', pg_temp.booking_of('first')) as o;
select is(o.details ->> 'deadline', '2026-06-07T08:00:00+00:00', 'the deadline is told')
from booking_v1.cancel_booking('third', pg_temp.booking_of('first')) as o;
set local booking.now = '2026-06-07T08:00Z';
select is(pg_temp.answer(o), 'completed 200', 'exactly 24 hours before is not')
from booking_v1.cancel_booking('fourth', pg_temp.booking_of('first')) as o;

select * from finish();
rollback;
