begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(4);

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
call pg_temp.have_appointment('Ben', '2026-06-08T10:00Z');
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), array['Ada 1440 min'], 'by one policy');
call pg_temp.set_policy('reminders', '[1450, 90]');
select is(pg_temp.reminders_at('2026-06-07T09:50Z'), array['Ben 1450 min'], 'by another those who were not yet');
select is(pg_temp.reminders_at('2026-06-08T06:30Z'), array['Ada 90 min'], 'the next one is');
call pg_temp.set_policy('reminders', '[1450, 120]');
select is(pg_temp.reminders_at('2026-06-08T06:35Z'), '{}', 'and not again at once');

select * from finish();
rollback;
