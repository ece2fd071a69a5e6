begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name, email, phone, subject)
values
(pg_temp.id('shop'), pg_temp.id('by phone'), null, null, '030 123', null),
(pg_temp.id('shop'), pg_temp.id('by mail'), null, 'ada@example.org', null, null),
(pg_temp.id('shop'), pg_temp.id('Bea'), 'Bea', null, null, null),
(pg_temp.id('shop'), pg_temp.id('by account'), null, null, null, 'carla'),
(pg_temp.id('shop'), pg_temp.id('Dora'), 'Dora', null, null, null);

select is(
    array(select coalesce(c.name, c.email, 'an account') from booking_v1.list_customers(p_after => pg_temp.id(a.name)) as c),
    a.next, 'after who is known ' || a.name
)
from (
    values
    ('by phone', '{ada@example.org,Bea,an account,Dora}'::text[]), ('by mail', '{Bea,an account,Dora}'),
    ('Bea', '{an account,Dora}'), ('by account', '{Dora}')
) as a (name, next);

select * from finish();
rollback;
