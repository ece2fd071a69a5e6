begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('public_booking', 'true');
insert into booking.customer (tenant_id, customer_id, name, email)
values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe@example.org');
set local request.jwt.claims = '{"role": "anon"}';
create temporary table made on commit drop as
select o.booking_id, o.manage_token
from booking_v1.create_booking(
    'a key that cannot be guessed', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_email => 'zoe@example.org'
) as o;
create temporary view seen as
select b.customer_id, b.customer_name
from made as m
cross join lateral booking_v1.get_booking(m.booking_id, m.manage_token) as b;

set local request.jwt.claims = '{"role": "authenticated", "sub": "mallory"}';
select results_eq('select * from seen', $$ values (null::uuid, null::text) $$, 'whose address was given is no business of another');
select is_empty(
    $$
        select
        from made as m
        cross join lateral booking_v1.booking_history(m.booking_id, m.manage_token) as h
        where h.changes ? 'customer_id'
    $$,
    'and the history does not tell it'
);
update booking.customer as c set subject = 'zoe' where c.customer_id = pg_temp.id('Zoe');
set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';
select results_eq('select * from seen', $$ values (pg_temp.id('Zoe'), 'Zoe'::text) $$, 'who it is sees it');

select * from finish();
rollback;
