-- The life of a booking.

insert into booking.status_transition (from_status, event_kind, to_status)
values
('pending', 'confirmed', 'confirmed'),
('pending', 'rescheduled', 'pending'),
('pending', 'cancelled', 'cancelled'),
('confirmed', 'rescheduled', 'confirmed'),
('confirmed', 'cancelled', 'cancelled')
on conflict do nothing;
