begin;
\ir ../helpers/jobs.sql
select plan(7);

call pg_temp.have_job();
delete from booking.job_run;
select booking.run_job('pgtap');
set local booking.now = '2026-06-01T06:00Z';
select booking.run_job('pgtap');
set local booking.now = '2026-06-08T05:30Z';
select booking.run_job('pgtap');
select is(booking.delete_old_runs(), 1, 'a week they are kept');
set local booking.now = '2026-06-08T06:30Z';
select is(booking.delete_old_runs(), 1, 'each');
select is((select count(*) from booking.job_run), 1::bigint, 'the last is there');
set local booking.now = '2026-09-01T06:30Z';
select is(booking.resolve_alert(p_source => 'pgtap', p_code => 'ran'), true, 'in September something is resolved');
set local booking.now = '2026-11-30T06:31Z';
select is(booking.delete_old_runs(), 1, 'a quarter later, all runs are old');
select is_empty($$ select from booking.alert as a where a.source = 'pgtap' $$, 'and what was resolved long ago');
select isnt_empty($$ select from booking.alert as a where a.source = 'job pgtap' $$, 'what is open stays');

select * from finish();
rollback;
