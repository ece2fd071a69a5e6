-- What commands did is counted before it is forgotten.
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
values (
    'operation_counts', '00:01', '00:00', 'count_operations', 1440, '00:30',
    'Counts commands by how they ended, for booking.metrics().', booking.now()
);
