begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name) values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe');

select is(
    pg_temp.error_of_call('erase_customer', $$ 'long', pg_temp.id('Zoe'), repeat('x', 501) $$),
    '400 invalid_argument p_reason', 'a long one'
);
select is(
    pg_temp.error_of_call('erase_customer', $$ 'long', pg_temp.id('Zoe'), repeat('x', 500) $$), 'no error',
    'one that is just short enough'
);

select * from finish();
rollback;
