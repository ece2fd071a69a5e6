begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(5);

call pg_temp.make_reminding_shop();
call pg_temp.set_policy('quiet_hours_from', '21');
call pg_temp.set_policy('quiet_hours_until', '8');
-- 8:30 in Berlin; and 6:00 there, which is midnight in New York
call pg_temp.have_appointment('Ada', '2026-06-08T07:00Z');
call pg_temp.have_appointment('Ben', '2026-06-10T04:00Z', 'America/New_York');
select is(pg_temp.reminders_at('2026-06-07T07:00Z'), array['Ada 1440 min'], 'a day before, at nine, nothing is quiet');
select is(pg_temp.reminders_at('2026-06-07T18:44Z'), '{}', 'the hour before is: an evening');
select is(pg_temp.reminders_at('2026-06-08T06:00Z'), array['Ada 60 min'], 'at eight it is no longer');
select is(pg_temp.reminders_at('2026-06-09T00:44Z'), '{}', 'midnight in New York is: not yet a quarter to nine there');
select is(pg_temp.reminders_at('2026-06-09T00:45Z'), array['Ben 1440 min'], 'but now, more than a day before');

select * from finish();
rollback;
