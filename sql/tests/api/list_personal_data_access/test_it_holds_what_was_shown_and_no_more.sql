begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'sam', 'staff', booking.now());
insert into booking.customer (tenant_id, customer_id, name)
select pg_temp.id('shop'), pg_temp.id(c.name), c.name
from (values ('Ann'), ('Bob'), ('Cid')) as c (name);
call pg_temp.run($$
    select booking_v1.create_booking(c.name || '''s', pg_temp.id('Cut'), c.at, p_customer_id => pg_temp.id(c.name))
    from (
        values ('Ann', '2026-06-08T09:00Z'::timestamptz), ('Bob', '2026-06-08T08:00Z'), ('Cid', '2026-06-08T10:00Z')
    ) as c (name, at)
$$);

set local request.jwt.claims = '{"role": "authenticated", "sub": "sam"}';
select results_eq(
    $$ select b.customer_id from booking_v1.list_bookings(p_limit => 2) as b $$,
    array[pg_temp.id('Bob'), pg_temp.id('Ann')], 'a page of bookings, by start'
);
call pg_temp.run('select booking_v1.list_customers(p_limit => 1)');
set local request.jwt.claims = '';

select set_eq(
    $$ select a.function_name, a.row_count, a.customer_ids from booking.personal_data_access as a $$,
    $$
        values
            ('list_bookings', 2, (select array_agg(i.id order by i.id) from (values (pg_temp.id('Ann')), (pg_temp.id('Bob'))) as i (id))),
            ('list_customers', 1, array[pg_temp.id('Ann')])
    $$,
    'whose they were, on these pages and not on others'
);

select * from finish();
rollback;
