begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(6);

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
select is(pg_temp.reminders_at('2026-06-07T07:59:59Z'), '{}', 'not earlier than a day');
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), array['Ada 1440 min'], 'a day before');
select is(pg_temp.reminders_at('2026-06-07T08:01Z'), '{}', 'once');
select is(pg_temp.reminders_at('2026-06-08T07:00Z'), array['Ada 60 min'], 'an hour before');
select is(pg_temp.reminders_at('2026-06-08T07:59Z'), '{}', 'once');
select is(pg_temp.reminders_at('2026-06-08T08:00Z'), '{}', 'and never of what has begun');

select * from finish();
rollback;
