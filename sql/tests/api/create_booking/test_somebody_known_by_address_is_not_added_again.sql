begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select is(pg_temp.answer(o), 'completed 200', 'a new customer books')
from booking_v1.create_booking(
    'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_name => 'Zoe', p_customer_email => 'zoe@example.org'
) as o;
select is(pg_temp.answer(o), 'completed 200', 'and books again, under another name')
from booking_v1.create_booking(
    'second', pg_temp.id('Cut'), '2026-06-08T09:00Z', p_customer_name => 'Z.', p_customer_email => 'Zoe@Example.org'
) as o;
select results_eq(
    $$ select c.name from booking.customer as c where c.tenant_id = pg_temp.id('shop') $$,
    $$ values ('Zoe') $$,
    'it is one customer, whose name stays'
);
select is(count(distinct b.customer_id), 1::bigint, 'who has both bookings')
from booking.booking as b
where b.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
