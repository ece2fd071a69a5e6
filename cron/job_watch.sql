-- Who doesn't run can't say so.
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
values (
    'job_watch', '00:05', '00:02', 'check_jobs', 100, '00:15',
    'Raises an alert for jobs that do not run.', booking.now()
);
