begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/policies.sql
call pg_temp.make_shop();
call pg_temp.set_policy('max_reschedules', '"none"');
select is(pg_temp.policy('max_reschedules'), 'tenant null', 'by JSON without null, for which PostgREST has SQL null');
call pg_temp.set_policy('reply_to_email', '"none"');
select is(pg_temp.policy('reply_to_email'), 'tenant null', 'nor an address');
select throws_ok(
    $$ select booking_v1.upsert_policy('public_booking', '"none"') $$, 'PT400', 'invalid_argument', 'a switch is on or off'
);

select * from finish();
rollback;
