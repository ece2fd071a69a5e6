-- Also where no booking is wrong by the new rules, free times are.
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
values (
    'zone_rules', '01:00', '00:12', 'forget_old_zones', 1000, '06:00',
    'Forgets hours that were worked out by rules of time zones that are no more.', booking.now()
);
