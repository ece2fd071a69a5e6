begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(3);

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-10T08:00Z');
set local booking.now = '2026-06-07T20:00Z';
select is(
    (booking_v1.reschedule_booking('move', pg_temp.appointment_of('Ada'), '2026-06-08T08:00Z')).status, 'completed',
    'it is moved, to twelve hours from now'
);
select is(pg_temp.reminders_at('2026-06-07T20:01Z'), '{}', 'they know');
select is(pg_temp.reminders_at('2026-06-08T07:00Z'), array['Ada 60 min'], 'the hour before is another thing');

select * from finish();
rollback;
