begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
update booking.service as s set allowed_durations = '{02:00}' where s.service_id = pg_temp.id('Cut');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is(o.ends_at, '2026-06-08T10:00Z'::timestamptz, 'at the same time, with the same person, for longer')
from booking_v1.reschedule_booking(
    'move', pg_temp.booking_of('first'), '2026-06-08T08:00Z', p_duration => '02:00'
) as o;
select is(pg_temp.answer(o), 'failed slot_taken 409', 'and that time is taken')
from pg_temp.book('2026-06-08T09:00Z') as o;

select * from finish();
rollback;
