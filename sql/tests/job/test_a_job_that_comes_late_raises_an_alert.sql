begin;
\ir ../helpers/jobs.sql
select plan(4);

call pg_temp.have_job();
select booking.run_job('pgtap');
set local booking.now = '2026-06-01T05:39:59Z';
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), '{}', 'nearly half an hour late is in time');
set local booking.now = '2026-06-01T06:39:59Z';
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), '{}', 'again');
set local booking.now = '2026-06-01T08:40Z';
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), array['late'], 'a whole run that was missed is not');
set local booking.now = '2026-06-01T09:10Z';
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), '{}', 'in time again');

select * from finish();
rollback;
