begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(2);
call pg_temp.make_shop();
call pg_temp.set_policy('rate_limit_per_actor_burst', '1');
call pg_temp.come_as('authenticated', 'somebody');
set transaction read only;

select is(pg_temp.passes(10), 10, 'it can''t write, and passes');
select is_empty('select from booking.rate_bucket', 'nothing was counted');

select * from finish();
rollback;
