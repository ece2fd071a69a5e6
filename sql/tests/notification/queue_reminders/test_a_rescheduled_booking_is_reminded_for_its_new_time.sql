begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(5);

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), array['Ada 1440 min'], 'of the old time');
select is(
    (booking_v1.reschedule_booking('move', pg_temp.appointment_of('Ada'), '2026-06-10T10:00Z')).status, 'completed',
    'it is moved'
);
select is(pg_temp.reminders_at('2026-06-08T07:00Z'), '{}', 'not of the old time any more');
select is(pg_temp.reminders_at('2026-06-09T10:00Z'), array['Ada 1440 min'], 'a day before the new one');
select is(pg_temp.reminders_at('2026-06-10T09:00Z'), array['Ada 60 min'], 'an hour before the new one');

select * from finish();
rollback;
