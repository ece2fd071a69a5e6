begin;
select plan(8);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
create temporary table first on commit drop as select o.* from pg_temp.bring('4711', '2026-06-08T08:00Z') as o;
set local booking.now = '2026-06-20T00:00Z';
select booking.delete_expired_operations(pg_temp.id('shop'), 100);

set local request.jwt.claims = '{"sub": "another application"}';
select is(pg_temp.became(o), 'confirmed 1 again', 'whoever imports it, however much later')
from pg_temp.bring('4711', '2026-06-08T08:00Z') as o;
select is(
    (o.booking_id, o.operation_id), (f.booking_id, f.operation_id), 'is told what was done then'
)
from pg_temp.bring('4711', '2026-06-08T08:00Z') as o
cross join first as f;
select is(pg_temp.became(o), 'confirmed 1 again', 'a local time that is the same is the same')
from booking_v1.import_booking(
    '4711', pg_temp.id('Cut'), p_starts_local => '2026-06-08T10:00', p_resource_id => pg_temp.id('Ada'),
    p_customer_name => 'Zoe', p_customer_email => 'zoe@example.com'
) as o;
select is(pg_temp.became(o), 'confirmed 1 again', 'another way to say the same changes nothing')
from booking_v1.import_booking(
    '4711', pg_temp.id('Cut'), p_starts_at => '2026-06-08T08:00Z', p_duration => '1:00',
    p_customer_email => 'ZOE@example.com'
) as o;
select is(pg_temp.bookings(), 1::bigint, 'there is one booking');

select isnt(o.booking_id, f.booking_id, 'the same number in another system is another booking')
from booking_v1.import_booking(
    '4711', pg_temp.id('Cut'), p_starts_at => '2026-06-09T08:00Z', p_source => 'the old one'
) as o
cross join first as f;
call pg_temp.make_shop(p_name => 'rival', p_people => '{Eve}', p_service => 'Shave');
select isnt(o.booking_id, f.booking_id, 'and so it is in another tenant')
from booking_v1.import_booking('4711', pg_temp.id('Shave'), p_starts_at => '2026-06-08T08:00Z') as o
cross join first as f;
select is(pg_temp.bookings(), 2::bigint, 'which takes nothing of this one');

select * from finish();
rollback;
