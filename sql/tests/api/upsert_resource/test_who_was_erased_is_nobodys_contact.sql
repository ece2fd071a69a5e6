begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name) values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe');

create function pg_temp.error_with_zoe()
returns text
language sql
volatile
as $function$
    select pg_temp.error_of_call('upsert_resource', $$ 'Room', 'room', p_contact_id => pg_temp.id('Zoe') $$)
$function$;

select is(pg_temp.error_with_zoe(), 'no error', 'who is there can be told');
select booking_v1.erase_customer('erase', pg_temp.id('Zoe'))::text;
select is(pg_temp.error_with_zoe(), '404 not_found p_contact_id', 'who was erased cannot');

select * from finish();
rollback;
