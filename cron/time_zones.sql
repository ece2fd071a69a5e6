-- Countries change their clocks, sometimes at short notice; the server learns it with an update of its zones.
insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
values (
    'time_zones', '01:00', '00:11', 'repair_time_zones', 10000, '06:00',
    'Moves future bookings whose time zone has changed its rules; an alert for those that cannot move.', booking.now()
);
