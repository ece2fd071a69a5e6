-- The policies: the one list. Null means no limit.

insert into booking.policy_definition as d
(policy_name, value_kind, default_value, minimum, maximum, is_fixed, is_tenant_wide, is_reserved, description)
values
(
    'cancellation_deadline_hours', 'integer', '24', 0, 8760, false, false, false,
    'A booking can be cancelled until this many hours before it starts.'
),
(
    'reschedule_deadline_hours', 'integer', '2', 0, 8760, false, false, false,
    'A booking can be rescheduled until this many hours before it starts.'
),
(
    'max_reschedules', 'integer', '3', 0, 1000, false, false, false,
    'How many times a booking can be rescheduled. Null: no limit.'
),
(
    'advance_booking_limit_days', 'integer', '90', 0, 1095, false, false, false,
    'A booking starts at most this many days after today, counted in local dates of the tenant.'
),
(
    'minimum_booking_notice_hours', 'integer', '2', 0, 8760, false, false, false,
    'A booking starts at least this many hours from now.'
),
(
    'member_booking_notice_hours', 'integer', 'null', 0, 8760, false, false, false,
    'What owners, admins and staff book starts at least this many hours from now. Null: as for everybody.'
),
(
    'waitlist_notification_hours', 'integer', '48', 0, 8760, false, false, false,
    'How long somebody on the waitlist has to take an offer.'
),
(
    'double_booking_prevention', 'boolean', 'true', null, null, true, false, false,
    'Always true: a constraint of the database enforces it.'
),
(
    'max_bookings_per_day', 'integer', 'null', 0, 1000000, false, false, false,
    'How many live bookings of one service start on one local day of the tenant. Null: no limit.'
),
(
    'max_bookings_per_week', 'integer', 'null', 0, 1000000, false, false, false,
    'How many live bookings of one service start in one week, Monday to Sunday. Null: no limit.'
),
(
    'hold_minutes', 'integer', '30', 1, 1440, false, false, false,
    'How long a hold lasts.'
),
(
    'public_booking', 'boolean', 'false', null, null, false, false, false,
    'Whether visitors who are not signed in can book public services.'
),
(
    'staff_sees_all_bookings', 'boolean', 'true', null, null, false, true, false,
    'Whether staff reach all bookings of the tenant, or only those with their own resources.'
),
(
    'idempotency_key_hours', 'integer', '24', 1, 8760, false, true, false,
    'How long a command''s idempotency key is answered with its outcome. Null: for ever.'
),
(
    'webhook_failure_days', 'integer', '5', 1, 365, false, true, false,
    'A webhook is disabled after failing for this long without a success. Null: never.'
),
(
    'customer_retention_days', 'integer', 'null', 1, 36500, false, true, false,
    'Customers are erased this many days after their last booking. Null: never.'
),
(
    'outbox_retention_days', 'integer', '30', 1, 36500, false, true, false,
    'How long it is kept what was sent, and what could not be. Null: for ever.'
),
(
    'access_log_days', 'integer', '365', 30, 36500, false, true, true,
    'How long it is kept who has read personal data. Null: for ever.'
),
(
    'feed_hours', 'integer', '24', 1, 8760, false, true, false,
    'How long the feed of changes is kept for those who follow it. Null: for ever.'
),
(
    'calendar_feed_shows_names', 'boolean', 'false', null, null, false, true, false,
    'Whether the calendar address of a resource shows the names of customers.'
),
(
    'rate_limit_per_actor_per_minute', 'integer', '120', 1, 1000000, false, true, true,
    'How many requests a minute one caller may make, for long. Null: no limit.'
),
(
    'rate_limit_per_actor_burst', 'integer', '60', 1, 1000000, false, true, true,
    'How many requests one caller may make at once, after a pause. Null: as many as in a minute.'
),
(
    'rate_limit_per_tenant_per_minute', 'integer', '6000', 1, 1000000, false, true, true,
    'How many requests a minute all visitors together may make, and all others together. Null: no limit.'
),
(
    'rate_limit_per_tenant_burst', 'integer', '1000', 1, 1000000, false, true, true,
    'How many requests they may make at once, after a pause. Null: as many as in a minute.'
),
(
    'quiet_hours_from', 'integer', 'null', 0, 23, false, false, false,
    'From this hour of the reader''s day reminders are sent before it instead. Null: no hours are quiet.'
),
(
    'quiet_hours_until', 'integer', 'null', 0, 23, false, false, false,
    'The hour at which quiet hours end. Null: no hours are quiet.'
),
(
    'reminders', 'minutes_list', '[1440, 60]', 1, 525600, false, false, false,
    'How many minutes before a booking its customer is reminded; an empty list: never.'
),
(
    'reply_to_email', 'email', 'null', null, null, false, true, false,
    'The address that answers to the tenant''s messages go to. Null: that of the sender.'
),
(
    'remind_late_bookings', 'boolean', 'false', null, null, false, false, false,
    'Whether who books, or moves a booking, after the time of a reminder is sent that reminder at once.'
)
on conflict (policy_name) do update
    set
        value_kind = excluded.value_kind, default_value = excluded.default_value,
        minimum = excluded.minimum, maximum = excluded.maximum,
        is_fixed = excluded.is_fixed, is_tenant_wide = excluded.is_tenant_wide,
        is_reserved = excluded.is_reserved, description = excluded.description
    where (
        d.value_kind, d.default_value, d.minimum, d.maximum, d.is_fixed, d.is_tenant_wide,
        d.is_reserved, d.description
    ) is distinct from (
        excluded.value_kind, excluded.default_value, excluded.minimum, excluded.maximum,
        excluded.is_fixed, excluded.is_tenant_wide, excluded.is_reserved, excluded.description
    );

-- What every booking reads, as one value: to put it together from its rows each time takes 3 % of a booking.
insert into booking.policy_default as p (policies)
select jsonb_object_agg(d.policy_name, d.default_value) as policies
from booking.policy_definition as d
where not d.is_tenant_wide -- those are asked for where there is no service
on conflict (is_one) do update
    set policies = excluded.policies
    where p.policies <> excluded.policies;
