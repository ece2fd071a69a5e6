begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(5);
call pg_temp.make_shop(p_now => '2026-06-01T05:00:00Z');
call pg_temp.set_policy('rate_limit_per_actor_per_minute', '6');
call pg_temp.set_policy('rate_limit_per_actor_burst', '3');
call pg_temp.come_as('authenticated', 'somebody');

select is(pg_temp.passes(5), 3, 'as many at once as the bucket holds');
set local booking.now = '2026-06-01T05:00:09.9Z';
select is(pg_temp.passes(5), 0, 'and none before one has come back');
set local booking.now = '2026-06-01T05:00:10Z';
select is(pg_temp.passes(5), 1, 'which takes ten seconds where six a minute do');
set local booking.now = '2026-06-01T05:00:30Z';
select is(pg_temp.passes(5), 2, 'twenty seconds: two');
set local booking.now = '2026-06-01T09:00Z';
select is(pg_temp.passes(5), 3, 'a bucket holds no more than its burst');

select * from finish();
rollback;
