-- What follows from bookings is queued. A worker does it ten times a second; without one, this does.
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
values (
    'events', '00:01', '00:00', 'dispatch_events', 10000, '00:05',
    'Queues what follows from bookings: messages, webhooks, the feed.', booking.now()
);
