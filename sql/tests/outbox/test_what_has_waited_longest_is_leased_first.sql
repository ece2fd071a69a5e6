begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{middle}', p_due_at => '2026-06-01T04:30Z');
call pg_temp.queue('{last}', p_due_at => '2026-06-01T04:45Z');
call pg_temp.queue('{first}', p_due_at => '2026-06-01T04:15Z');

select is(pg_temp.lease(1), '{first}', 'what was due first');
select is(pg_temp.lease(1), '{middle}', 'then what was due next');

select * from finish();
rollback;
