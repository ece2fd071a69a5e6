begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(8);
call pg_temp.make_shop();
call pg_temp.set_policy('rate_limit_per_actor_burst', '2');

call pg_temp.come_as('authenticated', 'somebody');
select is(pg_temp.passes(3), 2, 'one');
call pg_temp.come_as('authenticated', 'somebody else');
select is(pg_temp.passes(3), 2, 'and another');
call pg_temp.come_as('anon', p_address => '192.0.2.1');
select is(pg_temp.passes(3), 2, 'a visitor by the address');
call pg_temp.come_as('anon', p_address => '192.0.2.2');
select is(pg_temp.passes(3), 2, 'another address');
call pg_temp.come_as('anon', p_address => '2001:db8:0:1::1');
select is(pg_temp.passes(3), 2, 'of IPv6');
call pg_temp.come_as('anon', p_address => '2001:db8:0:1:ffff::2');
select is(pg_temp.passes(3), 0, 'the network of 64 bits, for all of it is one client''s');
call pg_temp.come_as('anon');
select is(pg_temp.passes(5), 5, 'visitors whose address nobody tells share no bucket of one');
select is_empty(
    $$ select from booking.rate_bucket as b where b.bucket ~ '[.:]|somebody' $$,
    'and none is named by whose it is'
);

select * from finish();
rollback;
