begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('public_booking', 'true');
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'sam', 'staff', booking.now());
insert into booking.customer (tenant_id, customer_id, name, email, phone)
values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe@example.org', '030 123');
set local request.jwt.claims = '{"role": "anon"}';
create temporary table made on commit drop as
select o.booking_id, o.manage_token
from booking_v1.create_booking(
    'a key that cannot be guessed', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_name => 'Ann',
    p_customer_email => 'zoe@example.org'
) as o;
create temporary view listed as
select b.customer_name, b.customer_email, b.customer_phone from booking_v1.list_bookings() as b;
create temporary view seen as
select b.customer_name, b.customer_email, b.customer_phone
from made as m
cross join lateral booking_v1.get_booking(m.booking_id, m.manage_token) as b;

select results_eq(
    'select * from seen', 'values (null::text, null::text, null::text)', 'a visitor does not learn it'
);
set local request.jwt.claims = '{"role": "authenticated", "sub": "mallory"}';
select results_eq('select * from seen', 'values (null::text, null::text, null::text)', 'nor who signs in with the token');
set local request.jwt.claims = '{"role": "authenticated", "sub": "sam"}';
select results_eq('select * from listed', $$ values ('Ann', 'zoe@example.org', '030 123') $$, 'a member does');
update booking.customer as c set subject = 'zoe' where c.customer_id = pg_temp.id('Zoe');
set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';
select results_eq('select * from listed', $$ values ('Ann', 'zoe@example.org', '030 123') $$, 'and a customer of their own');
set local request.jwt.claims = '';
select booking_v1.erase_customer('e', pg_temp.id('Zoe'));
select results_eq('select * from listed', 'values (null::text, null::text, null::text)', 'nothing is left of who was erased');

select * from finish();
rollback;
