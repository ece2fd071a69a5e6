begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

set local booking.now = '2026-06-08T06:00:01Z';
select is(pg_temp.answer(o), 'failed deadline_passed 400', 'a second later than 2 hours before is too late')
from booking_v1.reschedule_booking(
    'second', pg_temp.booking_of('first'), '2026-06-08T10:00Z'
) as o;
select is(o.details ->> 'deadline', '2026-06-08T06:00:00+00:00', 'the deadline is told')
from booking_v1.reschedule_booking(
    'third', pg_temp.booking_of('first'), '2026-06-08T10:00Z'
) as o;
set local booking.now = '2026-06-08T06:00Z';
select is(pg_temp.answer(o), 'completed 200', 'exactly 2 hours before is not')
from booking_v1.reschedule_booking(
    'fourth', pg_temp.booking_of('first'), '2026-06-08T10:00Z'
) as o;

select * from finish();
rollback;
