begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(3);

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
call pg_temp.have_appointment('Ben', '2026-06-08T09:00Z');
select is(
    (booking_v1.cancel_booking('cancel', pg_temp.appointment_of('Ada'))).status, 'completed', 'one of two is cancelled'
);
select is(pg_temp.reminders_at('2026-06-07T09:00Z'), array['Ben 1440 min'], 'only the other is reminded');
select is(pg_temp.reminders_at('2026-06-08T08:00Z'), array['Ben 60 min'], 'each time');

select * from finish();
rollback;
