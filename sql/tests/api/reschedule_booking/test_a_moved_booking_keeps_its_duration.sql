begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service as s set allowed_durations = '{01:00,02:00}' where s.service_id = pg_temp.id('Cut');
select is(o.ends_at, '2026-06-08T10:00Z'::timestamptz, 'two hours, where the service takes one')
from pg_temp.book('2026-06-08T08:00Z', 'first', p_duration => '02:00') as o;
select is(o.ends_at, '2026-06-08T13:00Z'::timestamptz, 'are two hours elsewhere')
from booking_v1.reschedule_booking('second', pg_temp.booking_of('first'), '2026-06-08T11:00Z') as o;

select * from finish();
rollback;
