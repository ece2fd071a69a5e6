begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
update booking.service as s set max_party_size = 4 where s.service_id = pg_temp.id('Cut');
select booking_v1.create_booking('hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_party_size => 4)::text;

select is(pg_temp.answer(o), 'completed 200', 'a party of four is moved where four are taken')
from booking_v1.reschedule_booking('one', pg_temp.booking_of('hers'), '2026-06-08T09:00Z') as o;
update booking.service as s set max_party_size = 3 where s.service_id = pg_temp.id('Cut');
select is(pg_temp.answer(o), 'failed no_resource 400', 'not where only three are')
from booking_v1.reschedule_booking('two', pg_temp.booking_of('hers'), '2026-06-08T10:00Z') as o;
select is(b.starts_at, '2026-06-08T09:00Z'::timestamptz, 'it keeps its time')
from booking_v1.get_booking(pg_temp.booking_of('hers')) as b;

select * from finish();
rollback;
