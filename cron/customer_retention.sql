-- Personal data are not kept for ever. At night, in most places that use the defaults.
insert into booking.job
(job_name, every, at, function_name, is_of_each_tenant, most, late_after, description, created_at)
values (
    'customer_retention', '24:00', '02:19', 'erase_inactive_customers', true, 10000, '12:00',
    'Erases customers of whom nothing was heard for long (customer_retention_days).', booking.now()
);
