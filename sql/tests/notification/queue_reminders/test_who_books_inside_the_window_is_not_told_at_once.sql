begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(5);

call pg_temp.make_reminding_shop();
set local booking.now = '2026-06-07T20:00Z';
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
select is(pg_temp.reminders_at('2026-06-07T20:01Z'), '{}', 'twelve hours before, they know');
select is(pg_temp.reminders_at('2026-06-08T07:00Z'), array['Ada 60 min'], 'the hour before is another thing');
set local booking.now = '2026-06-08T09:30Z';
call pg_temp.have_appointment('Ben', '2026-06-08T10:00Z');
select is(pg_temp.reminders_at('2026-06-08T09:31Z'), '{}', 'nor half an hour before');
call pg_temp.set_policy('remind_late_bookings', 'true');
select is(pg_temp.reminders_at('2026-06-08T09:32Z'), array['Ben 60 min'], 'unless the shop wants it');
select is(pg_temp.reminders_at('2026-06-08T09:33Z'), '{}', 'once');

select * from finish();
rollback;
