begin;
\ir ../helpers/jobs.sql
select plan(5);

call pg_temp.have_job();
set local booking.now = '2027-06-01T05:20Z';
call pg_temp.job_does('fails');
select is((select t.state from booking.tick() as t), 'failed', 'it fails by a clock that is a year ahead');
set local booking.now = '2026-06-01T05:20Z';
call pg_temp.job_does('1');
select is((select t.state from booking.tick() as t), 'done', 'and, when that is set right, runs at its time');
select is((select s.state from booking.job_status() as s), 'done', 'which is what is shown');
set local booking.now = '2026-06-01T07:20Z';
select is(booking.check_jobs(), 1, 'then it doesn''t run, and somebody is to look');
select is((select s.is_late from booking.job_status() as s), true, 'the list of jobs says so, too');

select * from finish();
rollback;
