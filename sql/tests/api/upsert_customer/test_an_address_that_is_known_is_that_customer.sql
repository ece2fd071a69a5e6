begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.customer_id from booking_v1.upsert_customer('Zoe', 'zoe@example.org') as u;

select is(u.customer_id, m.customer_id, 'whatever its case')
from made as m
cross join booking_v1.upsert_customer(p_email => 'Zoe@example.org', p_phone => '123') as u;
select results_eq(
    $$ select c.name, c.email, c.phone from booking_v1.list_customers() as c $$,
    $$ values ('Zoe', 'Zoe@example.org', '123') $$, 'what is not given stays'
);
select results_eq(
    $$
        select c.name, c.phone
        from made as m
        cross join lateral booking_v1.get_customer(m.customer_id) as c
    $$,
    $$ values ('Zoe', '123') $$, 'and is read by the id'
);

select * from finish();
rollback;
