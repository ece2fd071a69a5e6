begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.service (tenant_id, service_id, name, duration, slot_interval)
values (pg_temp.id('shop'), pg_temp.id('Colour'), 'Colour', '01:00', '01:00');
insert into booking.requirement (tenant_id, service_id) values (pg_temp.id('shop'), pg_temp.id('Colour'));
insert into booking.requirement_resource (tenant_id, service_id, resource_id)
values (pg_temp.id('shop'), pg_temp.id('Colour'), pg_temp.id('Ada'));
call pg_temp.set_policy('max_bookings_per_day', '1');

select is(pg_temp.answer(o), 'completed 200', 'the one booking of one service')
from booking_v1.create_booking('first', pg_temp.id('Colour'), '2026-06-08T08:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'leaves the other its own')
from pg_temp.book('2026-06-08T10:00Z') as o;

select * from finish();
rollback;
