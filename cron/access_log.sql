-- Nor is the log of who has read them.
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
values (
    'access_log', '24:00', '02:49', 'delete_old_accesses', 1000000, '12:00',
    'Deletes old notes of who has read personal data (access_log_days).', booking.now()
);
