begin;
\ir ../helpers/jobs.sql
select plan(2);

call pg_temp.have_job('24:00', '03:00');
insert into booking.job (job_name, every, function_name, most, late_after, description, created_at)
values ('each_minute', '00:01', 'check_jobs', 1, '1 hour', 'Another job.', booking.now());
select results_eq(
    'select t.job_name from booking.tick(1) as t', array['pgtap'], 'the one of 03:00, though another is due each minute'
);
select results_eq('select t.job_name from booking.tick(1) as t', array['each_minute'], 'then the other');

select * from finish();
rollback;
