-- Callers who don't come back leave a row each.
insert into booking.job
(job_name, every, at, function_name, is_of_each_tenant, most, late_after, description, created_at)
values (
    'rate_buckets', '01:00', '00:37', 'delete_full_buckets', true, 100000, '06:00',
    'Forgets callers whose rate limit is unused again.', booking.now()
);
