-- Who has a delivery tried again, or is done with it, may keep that open: so the alert isn't theirs to close.
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
values (
    'dead_alerts', '00:01', '00:00', 'close_dead_alerts', 100, '00:30',
    'Closes the alerts of deliveries that were given up, once none is left.', booking.now()
);
