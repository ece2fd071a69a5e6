begin;
select plan(6);
\ir ../helpers/shop.sql
call pg_temp.make_shop(p_now => '2026-06-02T05:00Z');
call pg_temp.set_policy('rate_limit_per_actor_per_minute', '60');
call pg_temp.set_policy('rate_limit_per_actor_burst', '2');
call pg_temp.set_policy('rate_limit_per_tenant_per_minute', '60');
call pg_temp.set_policy('rate_limit_per_tenant_burst', '3');

create function pg_temp.ask(p_address text) returns void language sql
begin atomic
    select booking.check_request(pg_temp.id('shop'), 'anon', null, p_address);
end;

select lives_ok($$ select pg_temp.ask('192.0.2.1') $$, 'somebody asks by a clock that is a day ahead');
set local booking.now = '2026-06-01T05:00Z';
select lives_ok($$ select pg_temp.ask('192.0.2.1') $$, 'and, when that is set right, once more');
select throws_ok(
    $$ select pg_temp.ask('192.0.2.1') $$, 'PT429', 'rate_limited', 'but with nothing left of what they might, nor of others'
);
select throws_ok($$ select pg_temp.ask('192.0.2.2') $$, 'PT429', 'rate_limited', 'of which they took');
set local booking.now = '2026-06-01T05:00:01Z';
select lives_ok($$ select pg_temp.ask('192.0.2.2') $$, 'it comes back as ever');
select is(
    (select max(b.full_at) from booking.rate_bucket as b where b.tenant_id = pg_temp.id('shop')),
    '2026-06-01T05:00:04Z', 'and is full again when it would be'
);

select * from finish();
rollback;
