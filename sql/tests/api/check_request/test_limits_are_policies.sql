begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(5);
call pg_temp.make_shop();
select booking.run_in_tenants('renew_rate_limit', 1000000)::text;
call pg_temp.come_as('authenticated', 'somebody');

select is(pg_temp.passes(100), 60, 'the default');
call pg_temp.come_as('service_role');
call pg_temp.set_policy('rate_limit_per_actor_burst', 'null');
call pg_temp.come_as('authenticated', 'somebody else');
select is(pg_temp.passes(200), 120, 'without a burst, what a minute allows');
call pg_temp.come_as('service_role');
call pg_temp.set_policy('rate_limit_per_actor_per_minute', 'null');
call pg_temp.come_as('authenticated', 'somebody else');
select is(pg_temp.passes(200), 200, 'without a rate there is no limit');
call pg_temp.come_as('service_role');
call pg_temp.set_policy('rate_limit_per_tenant_burst', '5');
call pg_temp.come_as('anon');
select is(pg_temp.passes(10), 5, 'but the tenant''s');
call pg_temp.come_as('service_role');
call pg_temp.set_policy('rate_limit_per_tenant_per_minute', 'null');
call pg_temp.come_as('anon');
select is(pg_temp.passes(10), 10, 'until that is none, too');

select * from finish();
rollback;
