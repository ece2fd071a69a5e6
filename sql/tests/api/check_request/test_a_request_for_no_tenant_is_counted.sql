begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(2);
call pg_temp.make_shop();
call pg_temp.enter_shop('nobody knows');
call pg_temp.come_as('anon', p_address => '192.0.2.1');

select is(pg_temp.passes(70), 60, 'whoever tries names of tenants is counted by the defaults');
select set_config('request.method', 'POST', true);
call pg_temp.come_as('anon', p_address => '192.0.2.2');
select lives_ok('select booking_v1.check_request()', 'in an HTTP request, too: the answer is the function''s to give');

select * from finish();
rollback;
