begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{now}');
call pg_temp.queue('{later}', p_due_at => '2026-06-01T05:00:00.001Z');

select is(pg_temp.lease(), '{now}', 'not a millisecond before');
set local booking.now = '2026-06-01T05:00:00.001Z';
select is(pg_temp.lease(), '{later}', 'and then it is');

select * from finish();
rollback;
