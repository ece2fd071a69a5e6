begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

insert into booking.service (tenant_id, service_id, name, duration, slot_interval)
values (pg_temp.id('shop'), pg_temp.id('Colour'), 'Colour', '01:00', '01:00');
insert into booking.requirement (tenant_id, service_id) values (pg_temp.id('shop'), pg_temp.id('Colour'));
update booking.requirement_resource as q set service_id = pg_temp.id('Colour') where q.resource_id = pg_temp.id('Ben');
call pg_temp.set_policy('minimum_booking_notice_hours', '240', pg_temp.id('Colour'));

select is(pg_temp.answer(o), 'completed 200', 'the notice of the one is not that of the other')
from pg_temp.book('2026-06-08T08:00Z', p_resource_id => pg_temp.id('Ada')) as o;
select is(pg_temp.answer(o), 'failed no_resource 400', 'nor does who serves the one serve the other')
from pg_temp.book('2026-06-08T08:00Z', p_resource_id => pg_temp.id('Ben')) as o;
select is(pg_temp.answer(o), 'failed too_soon 400', 'which has its own')
from booking_v1.create_booking('second', pg_temp.id('Colour'), '2026-06-08T08:00Z') as o;

select * from finish();
rollback;
