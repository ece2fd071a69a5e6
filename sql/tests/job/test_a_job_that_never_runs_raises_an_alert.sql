begin;
\ir ../helpers/jobs.sql
select plan(5);

call pg_temp.have_job();
select is(booking.check_jobs(), 0, 'a new job is not late');
set local booking.now = '2026-06-01T05:40Z';
select is(booking.check_jobs(), 1, 'half an hour after its first time it is');
select is(pg_temp.open_alerts(), array['late'], 'and somebody is to look');
select is((select s.is_late from booking.job_status() as s), true, 'the list of jobs says so, too');
select booking.run_job('pgtap');
select is(booking.check_jobs(), 0, 'once it ran, it is not');

select * from finish();
rollback;
