begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(5);
call pg_temp.make_shop();
call pg_temp.enter_shop('nobody knows');
call pg_temp.come_as('anon', p_address => '192.0.2.1');

select is(pg_temp.passes(70), 60, 'whoever tries names of tenants is counted by the defaults');
call pg_temp.come_as('anon', p_address => '192.0.2.3');
create view pg_temp.passed as
    select pg_temp.passes(1) as passed
    from generate_series(1, 70)
    where set_config('booking.chosen_tenant', gen_random_uuid()::text, true) <> '';
select is((select sum(p.passed) from pg_temp.passed as p), 60::bigint, 'and who tries ids, as much');
call pg_temp.enter_shop('shop');
select is(pg_temp.passes(70), 60, 'which takes nothing of what one may ask a tenant');
select set_config('booking.chosen_tenant', upper(pg_temp.id('shop')::text), true);
select is(pg_temp.passes(70), 0, 'by its name or by its id');
select set_config('request.method', 'POST', true);
call pg_temp.enter_shop('nobody knows');
call pg_temp.come_as('anon', p_address => '192.0.2.2');
select lives_ok('select booking_v1.check_request()', 'in an HTTP request, too: the answer is the function''s to give');

select * from finish();
rollback;
