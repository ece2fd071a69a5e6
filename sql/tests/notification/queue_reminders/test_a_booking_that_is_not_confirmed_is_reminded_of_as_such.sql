begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
\ir ../../helpers/messages.sql
select plan(8);

call pg_temp.make_reminding_shop();
update booking.service as s set requires_confirmation = true where s.tenant_id = pg_temp.id('shop');
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), array['Ada 1440 min'], 'it is live, so its time is told');
select is(pg_temp.log_of('request_reminder'), 'queued', 'as that of a request');
select matches(
    pg_temp.content_of('request_reminder') #>> '{template,text_body}', 'not confirmed yet', 'which is what it says'
);
select isnt((booking_v1.confirm_booking('confirm', pg_temp.appointment_of('Ada'))).status, null, 'now it is confirmed');
select is(pg_temp.reminders_at('2026-06-07T09:00Z'), '{}', 'which makes the same reminder no other one');
select is(pg_temp.content_of('request_reminder'), null, 'and one that waits is no longer true');
select is(pg_temp.reminders_at('2026-06-08T07:00Z'), array['Ada 60 min'], 'the next one comes');
select is(pg_temp.log_of('reminder'), 'queued', 'as that of a booking');

select * from finish();
rollback;
