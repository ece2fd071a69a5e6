-- The metrics of booking.metrics(): the one list.

insert into booking.metric as m (metric_name, kind, help)
values
('release_info', 'gauge', '1; the label version says which release the database has.'),
('operations_total', 'counter', 'Commands by how they ended; code: why they were refused. A minute or two late.'),
('replays_total', 'counter', 'Requests answered from the outcome of an earlier one with the same key.'),
('function_calls_total', 'counter', 'Calls of the contract''s functions; only where track_functions is pl or all.'),
('function_seconds_total', 'counter', 'Time spent in them, with what they call.'),
('outbox_effects', 'gauge', 'Effects by kind and status: queued, leased, dead. Finished ones are not counted.'),
('outbox_oldest_seconds', 'gauge', 'How long the effect that is overdue for longest has been due, by kind.'),
('job_lag_seconds', 'gauge', 'How long ago the last run of a job began.'),
('job_late', 'gauge', '1: a run of a job that should have begun long ago is missing.'),
('job_failed', 'gauge', '1: the last run of a job failed.'),
('alerts', 'gauge', 'Open alerts by code.')
on conflict (metric_name) do update
    set kind = excluded.kind, help = excluded.help
    where (m.kind, m.help) is distinct from (excluded.kind, excluded.help);

-- Counting begins with the installation.
insert into booking.operation_counted (until)
values (booking.now())
on conflict do nothing;
