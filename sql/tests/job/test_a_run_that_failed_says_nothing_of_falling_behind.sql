begin;
\ir ../helpers/jobs.sql
select plan(4);

call pg_temp.have_job();
call pg_temp.job_does('fails');
select booking.run_job('pgtap');
set local booking.now = '2026-06-01T05:10Z';
call pg_temp.job_does('10');
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), '{}', 'after a failure, one run may do all it may');
set local booking.now = '2026-06-01T06:10Z';
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), array['behind'], 'two of them fall behind');
set local booking.now = '2026-06-01T07:10Z';
call pg_temp.job_does('fails');
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), array['behind', 'failed'], 'a failure catches up with nothing');
select is(a.count, 1, 'nor is it a run that did all it might')
from booking.open_alerts() as a
where a.source = 'job pgtap' and a.code = 'behind';

select * from finish();
rollback;
