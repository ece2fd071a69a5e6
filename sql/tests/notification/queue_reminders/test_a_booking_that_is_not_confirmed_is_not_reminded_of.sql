begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(3);

call pg_temp.make_reminding_shop();
update booking.service as s set requires_confirmation = true where s.tenant_id = pg_temp.id('shop');
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), '{}', 'while it may still be refused');
select isnt((booking_v1.confirm_booking('confirm', pg_temp.appointment_of('Ada'))).status, null, 'so it is');
select is(pg_temp.reminders_at('2026-06-07T09:00Z'), array['Ada 1440 min'], 'but once it is');

select * from finish();
rollback;
