begin;
select plan(2);
\ir ../helpers/jobs.sql
call pg_temp.have_job();
update booking.job set created_at = '2026-05-01T05:00Z' where true;
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
select 'pgtap_' || j.name, '01:00', '00:10', 'pgtap_job', 1, '00:30', 'A job.', '2026-05-01T05:00Z'
from unnest('{slept,failed,fine}'::text[]) as j (name);
insert into booking.job_run (job_name, state, started_at, finished_at, count, sqlstate)
values
('pgtap_slept', 'done', '2026-05-31T05:10Z', '2026-05-31T05:10Z', 1, null),
('pgtap_failed', 'failed', '2026-06-01T04:10Z', '2026-06-01T04:10Z', null, 'PB777'),
('pgtap_fine', 'done', '2026-06-01T04:10Z', '2026-06-01T04:10Z', 1, null);

select bag_eq(
    'select f.subject, f.problem from booking.find_late_jobs() as f',
    $$
        values
        ('job pgtap', 'has never run'), ('job pgtap_slept', 'has not run since 2026-05-31 05:10:00+00'),
        ('job pgtap_failed', 'failed when it ran last')
    $$,
    'each in its words'
);
select results_eq(
    'select f.subject from booking.find_late_jobs() as f where f.remedy ~ ''booking.job_run'' order by 1',
    array['job pgtap_failed'], 'and where to look for an error'
);

select * from finish();
rollback;
