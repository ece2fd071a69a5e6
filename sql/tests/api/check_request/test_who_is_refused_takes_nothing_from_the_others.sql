begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(2);
call pg_temp.make_shop();
call pg_temp.set_policy('rate_limit_per_actor_burst', '2');
call pg_temp.set_policy('rate_limit_per_tenant_burst', '4');

call pg_temp.come_as('authenticated', 'the greedy one');
select is(pg_temp.passes(50), 2, 'one asks fifty times');
call pg_temp.come_as('authenticated', 'somebody else');
select is(pg_temp.passes(3), 2, 'and two are left of the four');

select * from finish();
rollback;
