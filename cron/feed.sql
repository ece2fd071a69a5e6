-- Those who were away for longer read everything anew.
insert into booking.job
(job_name, every, at, function_name, is_of_each_tenant, most, late_after, description, created_at)
values (
    'feed', '01:00', '00:17', 'delete_old_feed', true, 1000000, '06:00',
    'Deletes what has been in the feed for long enough (feed_hours).', booking.now()
);
