-- Nor are the logs of what was sent.
insert into booking.job
(job_name, every, at, function_name, is_of_each_tenant, most, late_after, description, created_at)
values (
    'deliveries', '01:00', '00:22', 'delete_finished_effects', true, 100000, '06:00',
    'Deletes old deliveries that are done or given up, and old messages (outbox_retention_days).', booking.now()
);
