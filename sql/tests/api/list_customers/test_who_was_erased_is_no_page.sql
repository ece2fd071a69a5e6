begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name)
select pg_temp.id('shop'), pg_temp.id(c.name), c.name from (values ('Ada'), ('Bea')) as c (name);

create function pg_temp.error_after(p_name text)
returns text
language sql
volatile
as $function$
    select pg_temp.error_of_call('list_customers', format('p_after => %L', pg_temp.id(p_name)))
$function$;

select is(pg_temp.error_after('Ada'), 'no error', 'there is a page after her');
select booking_v1.erase_customer('erase', pg_temp.id('Ada'))::text;
select is(pg_temp.error_after('Ada'), '400 invalid_argument p_after', 'not any more: the list is asked for anew');

select * from finish();
rollback;
