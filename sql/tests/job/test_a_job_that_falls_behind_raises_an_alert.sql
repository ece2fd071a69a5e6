begin;
\ir ../helpers/jobs.sql
select plan(4);

call pg_temp.have_job();
call pg_temp.job_does('10');
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), '{}', 'one run may do all it may');
set local booking.now = '2026-06-01T05:10Z';
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), array['behind'], 'two of them fall behind');
set local booking.now = '2026-06-01T06:10Z';
call pg_temp.job_does('1');
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), '{}', 'until one catches up');
set local booking.now = '2026-06-01T07:10Z';
call pg_temp.job_does('10');
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), '{}', 'the next may do all it may again');

select * from finish();
rollback;
