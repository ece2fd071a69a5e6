-- What commands left for replays goes when nobody may replay it any more.
insert into booking.job
(job_name, every, at, function_name, is_of_each_tenant, most, late_after, description, created_at)
values (
    'idempotency_keys', '00:15', '00:04', 'delete_expired_operations', true, 100000, '01:00',
    'Frees the room of idempotency keys that have expired (idempotency_key_hours).', booking.now()
);
