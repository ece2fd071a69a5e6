begin;
select plan(8);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
select is(pg_temp.answer(o), 'failed outside_availability 400', 'off the grid')
from booking_v1.reschedule_booking('k1', pg_temp.booking_of('first'), '2026-06-08T08:30Z') as o;
select is(pg_temp.answer(o), 'failed outside_availability 400', 'not at work')
from booking_v1.reschedule_booking('k2', pg_temp.booking_of('first'), '2026-06-09T08:00Z') as o;
select is(pg_temp.answer(o), 'failed in_the_past 400', 'before now')
from booking_v1.reschedule_booking('k3', pg_temp.booking_of('first'), '2026-06-01T04:00Z') as o;
select is(pg_temp.answer(o), 'failed too_soon 400', 'within the notice')
from booking_v1.reschedule_booking('k4', pg_temp.booking_of('first'), '2026-06-01T06:00Z') as o;
select is(pg_temp.answer(o), 'failed too_far_ahead 400', 'beyond the limit')
from booking_v1.reschedule_booking('k5', pg_temp.booking_of('first'), '2026-09-07T08:00Z') as o;
select is(pg_temp.answer(o), 'failed duration_not_allowed 400', 'another duration')
from booking_v1.reschedule_booking('k6', pg_temp.booking_of('first'), '2026-06-08T10:00Z', p_duration => '02:00') as o;
select is(pg_temp.answer(o), 'failed no_resource 400', 'somebody else')
from booking_v1.reschedule_booking('k7', pg_temp.booking_of('first'), '2026-06-08T10:00Z', p_resource_id => pg_temp.id('Eve')) as o;
select is(b.starts_at, '2026-06-08T08:00Z'::timestamptz, 'it has not moved')
from booking.booking as b
where b.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
