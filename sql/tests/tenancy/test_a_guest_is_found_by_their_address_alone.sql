begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, name, email, phone)
select pg_temp.id('shop'), 'Guest ' || n, 'Guest-' || n || '@example.org', '0301234' || n
from generate_series(1, 3000) as n;
analyze booking.customer;

create function pg_temp.scans()
returns bigint
language sql
as $$ select pg_stat_get_xact_numscans('booking.customer_email_is_unique'::regclass) $$;

select is(
    booking.find_customer(pg_temp.id('shop'), '(service,,,,,)', null, 'gUEST-7@example.org'),
    (select c.customer_id from booking.customer as c where c.tenant_id = pg_temp.id('shop') and c.name = 'Guest 7'),
    'whatever its case'
);
select cmp_ok(pg_temp.scans(), '>', 0::bigint, 'by the index, of all that the tenant has');
select is(
    (
        select array_agg(distinct a.attcollation::regcollation::text)
        from pg_attribute as a
        where a.attrelid = 'booking.customer'::regclass and a.attname in ('email_key', 'phone_key')
    ),
    '{"\"C\""}', 'which has the collation that is asked for'
);

select * from finish();
rollback;
