begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{a}');
call pg_temp.have_leased();

select throws_ok($$ select pg_temp.report('a', 'perhaps') $$, 'PT400', 'invalid_argument', 'one of four words');
call pg_temp.have_reported('a', 'dead', repeat('x', 1000));
select is((select length(o.error) from booking.outbox as o), 200, 'of a long error its beginning');

select * from finish();
rollback;
