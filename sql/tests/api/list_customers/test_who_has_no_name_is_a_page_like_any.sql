begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name, email, phone)
values
(pg_temp.id('shop'), pg_temp.id('by phone'), null, null, '030 123'),
(pg_temp.id('shop'), pg_temp.id('by mail'), null, 'ada@example.org', null),
(pg_temp.id('shop'), pg_temp.id('Bea'), 'Bea', null, null);

select is(
    array(select coalesce(c.name, c.email) from booking_v1.list_customers(p_after => pg_temp.id(a.name)) as c),
    a.next, 'after who is known ' || a.name
)
from (
    values ('by phone', '{ada@example.org,Bea}'::text[]), ('by mail', '{Bea}')
) as a (name, next);

select * from finish();
rollback;
