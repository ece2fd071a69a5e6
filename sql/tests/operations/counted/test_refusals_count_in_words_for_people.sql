begin;
select plan(6);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

call pg_temp.set_policy('minimum_booking_notice_hours', '1');
call pg_temp.set_policy('advance_booking_limit_days', '1');
call pg_temp.set_policy('cancellation_deadline_hours', '1');
call pg_temp.set_policy('max_reschedules', '0');

select is(e.message, 'bookings are taken for 1 day ahead', 'one day')
from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T09:00Z') as e;
select is(o.message, 'a booking can be rescheduled 0 times', 'no times')
from booking_v1.reschedule_booking('second', pg_temp.booking_of('first'), '2026-06-08T09:00Z') as o;

set local booking.now = '2026-06-08T08:00:01Z';
select is(e.message, 'bookings need a notice of 1 hour', 'one hour')
from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T09:00Z') as e;
select is(o.message, 'this was possible until 1 hour before the start', 'one hour before')
from booking_v1.cancel_booking('third', pg_temp.booking_of('first')) as o;
call pg_temp.set_policy('cancellation_deadline_hours', 'null');
select is(o.message, 'this was possible until the start', 'no limit is until the start')
from booking_v1.cancel_booking('fourth', pg_temp.booking_of('first')) as o;
call pg_temp.set_policy('minimum_booking_notice_hours', '2');
select is(e.message, 'bookings need a notice of 2 hours', 'two hours')
from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T09:00Z') as e;

select * from finish();
rollback;
