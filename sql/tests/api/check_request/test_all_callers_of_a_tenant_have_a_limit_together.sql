begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(5);
call pg_temp.make_shop(p_now => '2026-06-01T05:00:00Z');
call pg_temp.set_policy('rate_limit_per_tenant_per_minute', '60');
call pg_temp.set_policy('rate_limit_per_tenant_burst', '3');

call pg_temp.come_as('anon', p_address => '192.0.2.1');
select is(pg_temp.passes(2), 2, 'one visitor');
call pg_temp.come_as('anon', p_address => '192.0.2.2');
select is(pg_temp.passes(2), 1, 'another: the bucket of all visitors is empty');
call pg_temp.come_as('anon');
select is(pg_temp.passes(2), 0, 'also for those whose address nobody tells');
call pg_temp.come_as('authenticated', 'somebody');
select is(pg_temp.passes(5), 3, 'who is signed in is not locked out by a crowd of visitors');
set local booking.now = '2026-06-01T05:00:01Z';
call pg_temp.come_as('authenticated', 'somebody else');
select is(pg_temp.passes(5), 1, 'what comes back is for whoever asks first');

select * from finish();
rollback;
