-- Customers are told of a booking before it begins.
insert into booking.job
(job_name, every, at, function_name, is_of_each_tenant, most, late_after, description, created_at)
values (
    'reminders', '00:01', '00:00', 'queue_reminders', true, 200000, '00:05',
    'Queues the reminders that are due (reminders).', booking.now()
);
