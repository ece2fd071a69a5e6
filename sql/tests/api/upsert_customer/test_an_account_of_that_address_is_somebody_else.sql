begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name, email, subject, created_at)
values (pg_temp.id('shop'), pg_temp.id('account'), 'Zoe', 'zoe@example.org', 'zoe', booking.now());

select isnt(booking_v1.upsert_customer('Z.', 'zoe@example.org'), pg_temp.id('account'), 'a record of its own');
select bag_eq(
    'select c.name from booking_v1.list_customers() as c', $$ values ('Zoe'), ('Z.') $$, 'and hers keeps its name'
);

select * from finish();
rollback;
