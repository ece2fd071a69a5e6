begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/policies.sql
call pg_temp.make_shop();

call pg_temp.set_policy('max_reschedules', '5');
call pg_temp.set_policy('max_reschedules', '7', pg_temp.id('Cut'));
select is(pg_temp.policy('max_reschedules'), 'service 7', 'the service has its own');
call pg_temp.set_policy('max_reschedules', null, pg_temp.id('Cut'));
select is(pg_temp.policy('max_reschedules'), 'tenant 5', 'null for the service: the tenant''s');
call pg_temp.set_policy('max_reschedules', null);
select is(pg_temp.policy('max_reschedules'), 'default 3', 'null for the tenant: the default');

select * from finish();
rollback;
