-- Nor is the log of who has read them.
insert into booking.job
(job_name, every, at, function_name, is_of_each_tenant, most, late_after, description, created_at)
values (
    'access_log', '24:00', '02:49', 'delete_old_accesses', true, 1000000, '12:00',
    'Deletes old notes of who has read personal data (access_log_days).', booking.now()
);
