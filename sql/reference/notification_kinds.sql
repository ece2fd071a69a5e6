-- The kinds of messages, and which event causes which: a later one is a row here and its templates.

insert into booking.notification_kind as k
(
    kind, audience, is_transactional, preference_kind, booking_statuses, is_until_start, invitation, variables,
    description
)
select
    n.kind, n.audience, n.is_transactional,
    case when n.kind = 'request_reminder' then 'reminder' end as preference_kind, n.statuses::text[],
    n.kind like '%reminder' as is_until_start,
    n.invitation, v.names || n.more::text[] as variables, n.description
from (
    values
    (
        'booking_requested', 'customer', true, '{pending}', null, '{}',
        'The booking has been made and waits to be confirmed.'
    ),
    ('booking_confirmed', 'customer', true, '{confirmed}', 'REQUEST', '{}', 'The booking is confirmed.'),
    (
        'booking_rescheduled', 'customer', true, '{pending,confirmed}', 'REQUEST',
        '{previous_when,previous_resource_names}',
        'The booking has another time, or is with somebody else.'
    ),
    (
        'request_rescheduled', 'customer', true, '{pending}', null,
        '{previous_when,previous_resource_names}',
        'The booking has another time, or is with somebody else, and still waits to be confirmed.'
    ),
    ('booking_cancelled', 'customer', true, '{cancelled}', 'CANCEL', '{}', 'The booking is cancelled.'),
    ('reminder', 'customer', false, '{confirmed}', null, '{}', 'The booking is about to start.'),
    (
        'request_reminder', 'customer', false, '{pending}', null, '{}',
        'The booking is about to start, and still waits to be confirmed.'
    ),
    ('provider_requested', 'provider', false, '{pending}', null, '{}', 'Somebody asks for a booking.'),
    ('provider_booked', 'provider', false, '{confirmed}', 'REQUEST', '{}', 'Somebody has booked.'),
    (
        'provider_rescheduled', 'provider', false, '{pending,confirmed}', 'REQUEST',
        '{previous_when,previous_resource_names}',
        'A booking has another time, or is with another resource that the same provider stands for.'
    ),
    (
        'provider_released', 'former provider', false, '{pending,confirmed,cancelled}', 'CANCEL', '{}',
        'A booking was moved to somebody else.'
    ),
    ('provider_cancelled', 'provider', false, '{cancelled}', 'CANCEL', '{}', 'A booking is cancelled.')
) as n (kind, audience, is_transactional, statuses, invitation, more, description)
cross join (
    select array_agg(m.name order by m.name) as names
    from booking.message_variable as m
    where m.name not in ('previous_when', 'previous_resource_names', 'answer_until') -- for those that name them
) as v
on conflict (kind) do update
    set
        audience = excluded.audience, is_transactional = excluded.is_transactional,
        preference_kind = excluded.preference_kind,
        booking_statuses = excluded.booking_statuses, is_until_start = excluded.is_until_start,
        invitation = excluded.invitation,
        variables = excluded.variables,
        description = excluded.description
    where (
        k.audience, k.is_transactional, k.preference_kind, k.booking_statuses, k.is_until_start, k.invitation,
        k.variables, k.description
    ) is distinct from (
        excluded.audience, excluded.is_transactional, excluded.preference_kind, excluded.booking_statuses,
        excluded.is_until_start, excluded.invitation, excluded.variables, excluded.description
    );

delete from booking.notification_cause;
insert into booking.notification_cause (event_kind, booking_status, recipient, kind)
values
('created', 'pending', 'customer', 'booking_requested'),
('created', 'pending', 'provider', 'provider_requested'),
('created', 'confirmed', 'customer', 'booking_confirmed'),
('created', 'confirmed', 'provider', 'provider_booked'),
('confirmed', 'confirmed', 'customer', 'booking_confirmed'),
('confirmed', 'confirmed', 'provider', 'provider_booked'),
('rescheduled', 'pending', 'customer', 'request_rescheduled'),
('rescheduled', 'pending', 'provider', 'provider_rescheduled'),
('rescheduled', 'pending', 'new provider', 'provider_requested'),
('rescheduled', 'pending', 'former provider', 'provider_released'),
('rescheduled', 'confirmed', 'customer', 'booking_rescheduled'),
('rescheduled', 'confirmed', 'provider', 'provider_rescheduled'),
('rescheduled', 'confirmed', 'new provider', 'provider_booked'),
('rescheduled', 'confirmed', 'former provider', 'provider_released'),
('cancelled', 'cancelled', 'customer', 'booking_cancelled'),
('cancelled', 'cancelled', 'provider', 'provider_cancelled');
