begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('max_reschedules', '1');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is(pg_temp.answer(o), 'completed 200', 'once is allowed')
from booking_v1.reschedule_booking('second', pg_temp.booking_of('first'), '2026-06-08T10:00Z') as o;
select is(pg_temp.answer(o), 'failed max_reschedules 400', 'twice is not')
from booking_v1.reschedule_booking('third', pg_temp.booking_of('first'), '2026-06-08T11:00Z') as o;

select * from finish();
rollback;
