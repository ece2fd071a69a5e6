-- What webhooks can be told: the one list. Names stay, once they are released; new ones may come.

insert into booking.webhook_event as w (event_name, event_kind, description)
values
('booking.created', 'created', 'A booking was made; data.status says whether it awaits confirmation.'),
('booking.confirmed', 'confirmed', 'A pending booking was confirmed.'),
('booking.rescheduled', 'rescheduled', 'A booking was moved, or got another resource or length.'),
('booking.cancelled', 'cancelled', 'A booking was cancelled.'),
('booking.imported', 'imported', 'A booking came from another system, or changed there; data.status says how it is.'),
('webhook.test', null, 'Somebody asked for it with send_test_webhook; sent to any webhook.')
on conflict (event_name) do update
    set event_kind = excluded.event_kind, description = excluded.description
    where (w.event_kind, w.description) is distinct from (excluded.event_kind, excluded.description);
