begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(2);
call pg_temp.make_shop();
call pg_temp.set_policy('rate_limit_per_actor_burst', '1');
call pg_temp.set_policy('rate_limit_per_tenant_burst', '1');
call pg_temp.come_as('service_role', 'somebody');

select is(pg_temp.passes(10), 10, 'it is trusted');
select is_empty('select from booking.rate_bucket', 'and not counted');

select * from finish();
rollback;
