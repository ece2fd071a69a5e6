-- Some ten thousand runs a day.
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
values (
    'job_log', '24:00', '03:29', 'delete_old_runs', 200000, '12:00',
    'Deletes runs of jobs older than a week, and alerts resolved a quarter ago.', booking.now()
);
