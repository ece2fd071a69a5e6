begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(4);

call pg_temp.make_reminding_shop();
call pg_temp.set_policy('quiet_hours_from', '21');
call pg_temp.set_policy('quiet_hours_until', '8');
-- 10:00 in Berlin, 4:00 in New York, 17:00 in Tokyo
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
call pg_temp.have_appointment('Ben', '2026-06-08T09:00Z', 'Asia/Tokyo');
update booking.customer as c set time_zone = 'America/New_York' where c.tenant_id = pg_temp.id('shop');

select is(pg_temp.reminders_at('2026-06-07T00:44Z'), '{}', 'in New York it is not yet a quarter to nine');
select is(pg_temp.reminders_at('2026-06-07T00:45Z'), array['Ada 1440 min'], 'now it is: who reads there is reminded');
select is(pg_temp.reminders_at('2026-06-07T08:59Z'), '{}', 'nobody else is');
select is(pg_temp.reminders_at('2026-06-07T09:00Z'), array['Ben 1440 min'], 'who reads it in Tokyo, a day before');

select * from finish();
rollback;
