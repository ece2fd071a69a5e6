begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{a}');
call pg_temp.have_leased();
set local booking.now = '2026-06-01T06:00Z';

select is(pg_temp.report('a', 'done'), 'done', 'what was done need not be done again');
select is(pg_temp.lease(), '{}', 'and is not');

select * from finish();
rollback;
