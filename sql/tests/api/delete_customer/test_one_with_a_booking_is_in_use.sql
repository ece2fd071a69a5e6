begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(o.status, 'completed', 'somebody books')
from booking_v1.create_booking('first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_name => 'Zoe') as o;
call pg_temp.run($$ select booking_v1.upsert_customer('Ann') $$);

select results_eq(
    $$
        select c.name, pg_temp.error_of(format('select booking_v1.delete_customer(%L)', c.customer_id))
        from booking_v1.list_customers() as c
    $$,
    $$ values ('Ann', 'no error'), ('Zoe', '409 in_use p_customer_id') $$, 'and stays; somebody who never did can go'
);
select results_eq($$ select c.name from booking_v1.list_customers() as c $$, array['Zoe'], 'and goes');

select * from finish();
rollback;
