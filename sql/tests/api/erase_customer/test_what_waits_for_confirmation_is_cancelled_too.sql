begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set requires_confirmation = true where tenant_id = pg_temp.id('shop');
insert into booking.customer (tenant_id, customer_id, name) values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe');
select is(o.booking_status, 'pending', 'it waits')
from booking_v1.create_booking('hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_id => pg_temp.id('Zoe')) as o;
select booking_v1.erase_customer('erase her', pg_temp.id('Zoe'))::text;
select is(
    array[b.status, b.cancelled_from], array['cancelled', 'pending'], 'for somebody of whom nobody knows who they were'
)
from booking_v1.list_bookings() as b;
select is(pg_temp.answer(o), 'completed 200', 'somebody else has its time')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
