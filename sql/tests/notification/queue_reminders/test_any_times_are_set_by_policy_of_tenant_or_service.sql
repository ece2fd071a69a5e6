begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(7);

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
call pg_temp.set_policy('reminders', '[4320, 30, 120]');
select is(pg_temp.reminders_at('2026-06-05T08:00Z'), array['Ada 4320 min'], 'three days before');
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), '{}', 'no longer a day');
select is(pg_temp.reminders_at('2026-06-08T06:00Z'), array['Ada 120 min'], 'two hours');
select is(pg_temp.reminders_at('2026-06-08T07:30Z'), array['Ada 30 min'], 'half an hour');
call pg_temp.have_appointment('Ben', '2026-06-12T08:00Z');
call pg_temp.set_policy('reminders', '[]', pg_temp.id('Cut'));
select is(pg_temp.reminders_at('2026-06-12T07:59Z'), '{}', 'the service has none, which goes before the tenant''s');
call pg_temp.have_appointment('Cleo', '2026-06-20T08:00Z');
call pg_temp.set_policy('reminders', '[60]', pg_temp.id('Cut'));
select is(pg_temp.reminders_at('2026-06-20T06:59Z'), '{}', 'or others');
select is(pg_temp.reminders_at('2026-06-20T07:00Z'), array['Cleo 60 min'], 'at their time');

select * from finish();
rollback;
