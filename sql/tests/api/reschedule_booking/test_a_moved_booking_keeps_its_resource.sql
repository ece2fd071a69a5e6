begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ben'));
call pg_temp.have_booking('other', '2026-06-08T12:00Z', pg_temp.id('Ben'));

select is(o.resource_ids, array[pg_temp.id('Ben')], 'it is moved with Ben, who has more to do')
from booking_v1.reschedule_booking('second', pg_temp.booking_of('first'), '2026-06-08T10:00Z') as o;
select is(pg_temp.answer(o), 'failed slot_taken 409', 'where Ben is booked it cannot go, though Ada is free')
from booking_v1.reschedule_booking('third', pg_temp.booking_of('first'), '2026-06-08T12:00Z') as o;

select * from finish();
rollback;
