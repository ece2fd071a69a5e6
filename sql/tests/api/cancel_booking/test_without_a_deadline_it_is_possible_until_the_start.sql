begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('cancellation_deadline_hours', 'null');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
call pg_temp.have_booking('second', '2026-06-08T09:00Z');

set local booking.now = '2026-06-08T08:00:01Z';
select is(pg_temp.answer(o), 'failed deadline_passed 400', 'not of one that has begun')
from booking_v1.cancel_booking('cancel first', pg_temp.booking_of('first')) as o;
set local booking.now = '2026-06-08T09:00Z';
select is(pg_temp.answer(o), 'completed 200', 'of one that is just beginning')
from booking_v1.cancel_booking('cancel second', pg_temp.booking_of('second')) as o;

select * from finish();
rollback;
