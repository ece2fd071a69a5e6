begin;
\ir ../helpers/jobs.sql
select plan(2);

call pg_temp.have_job();
delete from booking.job_run;
set local booking.now = '2026-06-01T06:00Z';
select booking.run_job('pgtap');
set local booking.now = '2026-06-01T05:00Z';
select booking.run_job('pgtap');
set local booking.now = '2026-06-01T07:00Z';
select booking.run_job('pgtap');
set local booking.now = '2026-07-01T05:00Z';

select is(booking.delete_old_runs(2), 2, 'as many as it is asked to');
select is(r.started_at, '2026-06-01T07:00Z'::timestamptz, 'the last is left') from booking.job_run as r;

select * from finish();
rollback;
