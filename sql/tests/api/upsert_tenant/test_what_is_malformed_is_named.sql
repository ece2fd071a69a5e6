begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of($$ select booking_v1.upsert_tenant('pgtap-shop', 'Second', 'UTC') $$),
    '400 invalid_argument p_slug', 'a slug that is taken'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_tenant('Not a label', 'New', 'UTC') $$),
    '400 invalid_argument p_slug', 'no label'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_tenant(null, 'New', 'UTC') $$),
    '400 invalid_argument p_slug', 'no slug'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_tenant('pgtap-new', ' ', 'UTC') $$),
    '400 invalid_argument p_name', 'a blank name'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_tenant('pgtap-new', 'New', 'IST') $$),
    '400 invalid_argument p_time_zone', 'no IANA zone'
);
select is(t.name, 'shop', 'the tenant whose slug was tried is as it was')
from booking.tenant as t
where t.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
