-- Hours are worked out before anybody asks for them.
insert into booking.job
(job_name, every, at, function_name, is_of_each_tenant, most, late_after, description, created_at)
values (
    'timetable', '00:01', '00:00', 'fill_timetable', true, 5000, '00:30',
    'Works out the hours of the months that can be booked.', booking.now()
);
