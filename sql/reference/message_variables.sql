-- What templates can name: the one list. The worker fills them in for the reader's language and zone.

insert into booking.message_variable as v (name, description, sample)
values
('recipient_name', 'Name of the reader, or their address where no name is known.', 'Ada Lovelace'),
('customer_name', 'Name of the customer, or what else is known of them.', 'Ada Lovelace'),
('tenant_name', 'Name of the shop.', 'Salon Schnitt'),
('service_name', 'What is booked.', 'Cut'),
('resource_names', 'With whom or what.', 'Grace'),
('when', 'Date and time, from and until, in the reader''s zone.', 'Tuesday, June 9, 2026, 10:00 AM – 10:45 AM'),
('start_date', 'The date on which it starts.', 'Tuesday, June 9, 2026'),
('start_time', 'The time at which it starts.', '10:00 AM'),
('end_time', 'The time at which it ends.', '10:45 AM'),
('time_zone', 'The name of the reader''s zone, as all times are told in it.', 'Central European Summer Time'),
('previous_when', 'What it was before it was moved.', 'Monday, June 8, 2026, 4:00 PM – 4:45 PM'),
('previous_resource_names', 'With whom or what it was before it was moved.', 'Linus'),
('answer_until', 'Until when the reader can take what is held or offered.', 'Sunday, June 7, 2026, 6:00 PM'),
('party_size', 'For how many people.', '1'),
('price', 'The price, with its currency.', '€42.00'),
('booking_id', 'The id of the booking.', '0c9ff9a5-5d4e-4f5c-9a44-5f0b6b1c1ab1'),
('unsubscribe_url', 'Where the reader says that they want no more of these.', 'https://example.com/unsubscribe/…')
on conflict (name) do update
    set description = excluded.description, sample = excluded.sample
    where (v.description, v.sample) is distinct from (excluded.description, excluded.sample);
