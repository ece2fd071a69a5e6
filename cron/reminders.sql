-- Customers are told of a booking before it begins.
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
values (
    'reminders', '00:01', '00:00', 'queue_reminders', 200000, '00:05',
    'Queues the reminders that are due (reminders).', booking.now()
);
