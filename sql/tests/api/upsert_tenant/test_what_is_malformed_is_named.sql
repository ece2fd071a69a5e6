begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(pg_temp.error_of_call('upsert_tenant', c.arguments), c.error, c.what)
from (
    values
    ($$ 'pgtap-shop', 'Second', 'UTC' $$, '400 invalid_argument p_slug', 'a slug that is taken'),
    ($$ 'Not a label', 'New', 'UTC' $$, '400 invalid_argument p_slug', 'no label'),
    (
        $$ 'ab000000-0000-4000-8000-00000000000c', 'New', 'UTC' $$, '400 invalid_argument p_slug',
        'what could be the id of another tenant'
    ),
    ($$ null, 'New', 'UTC' $$, '400 invalid_argument p_slug', 'no slug'),
    ($$ 'pgtap-new', ' ', 'UTC' $$, '400 invalid_argument p_name', 'a blank name'),
    ($$ 'pgtap-new', 'New', 'IST' $$, '400 invalid_argument p_time_zone', 'no IANA zone')
) as c (arguments, error, what);
select is(t.name, 'shop', 'the tenant whose slug was tried is as it was')
from booking.tenant as t
where t.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
