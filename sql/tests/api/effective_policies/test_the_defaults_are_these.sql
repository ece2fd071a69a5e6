begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select set_eq(
    $$
        select p.policy_name, p.value
        from booking_v1.effective_policies() as p
        where p.source = 'default'
    $$,
    $$
        values
            ('cancellation_deadline_hours', '24'::jsonb),
            ('reschedule_deadline_hours', '2'),
            ('max_reschedules', '3'),
            ('advance_booking_limit_days', '90'),
            ('minimum_booking_notice_hours', '2'),
            ('member_booking_notice_hours', 'null'),
            ('waitlist_notification_hours', '48'),
            ('double_booking_prevention', 'true'),
            ('max_bookings_per_day', 'null'),
            ('max_bookings_per_week', 'null'),
            ('hold_minutes', '30'),
            ('rate_limit_per_actor_per_minute', '120'),
            ('rate_limit_per_actor_burst', '60'),
            ('rate_limit_per_tenant_per_minute', '6000'),
            ('rate_limit_per_tenant_burst', '1000'),
            ('idempotency_key_hours', '24'),
            ('customer_retention_days', 'null'),
            ('access_log_days', '365'),
            ('calendar_feed_shows_names', 'false'),
            ('quiet_hours_from', 'null'),
            ('quiet_hours_until', 'null'),
            ('outbox_retention_days', '30'),
            ('feed_hours', '24'),
            ('webhook_failure_days', '5'),
            ('reminders', '[1440, 60]'),
            ('remind_late_bookings', 'false'),
            ('reply_to_email', 'null'),
            ('public_booking', 'false'),
            ('staff_sees_all_bookings', 'true')
    $$,
    'for a shop that has set none'
);

select * from finish();
rollback;
