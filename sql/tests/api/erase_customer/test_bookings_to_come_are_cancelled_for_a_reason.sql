begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name)
select pg_temp.id('shop'), pg_temp.id(c.name), c.name from (values ('Zoe'), ('Yan')) as c (name);
select booking_v1.create_booking(
    'Zoe', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_id => pg_temp.id('Zoe')
)::text;
select booking_v1.create_booking(
    'Yan', pg_temp.id('Cut'), '2026-06-08T09:00Z', p_customer_id => pg_temp.id('Yan')
)::text;
select booking_v1.erase_customer('erase Zoe', pg_temp.id('Zoe'), 'as the law wants it')::text;
select booking_v1.erase_customer('erase Yan', pg_temp.id('Yan'))::text;

create function pg_temp.reason_of(p_key text)
returns text
language sql
volatile
as $function$
    select h.changes ->> 'reason'
    from booking_v1.booking_history(pg_temp.booking_of(p_key)) as h
    where h.kind = 'cancelled'
$function$;

select is(pg_temp.reason_of('Zoe'), 'as the law wants it', 'the one that is given');
select is(pg_temp.reason_of('Yan'), 'the customer was erased', 'or that they were erased');

select * from finish();
rollback;
