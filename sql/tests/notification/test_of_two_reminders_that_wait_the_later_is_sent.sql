begin;
\ir ../helpers/shop.sql
\ir ../helpers/reminders.sql
\ir ../helpers/messages.sql
select plan(5);

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), array['Ada 1440 min'], 'no worker takes the first');
select isnt(pg_temp.content_of('reminder'), null, 'which would be sent still');
select is(pg_temp.reminders_at('2026-06-08T07:00Z'), array['Ada 60 min'], 'until the second');
select is(pg_temp.content_of('reminder'), null, 'now it is not');
select set_eq(
    $$ select n.occasion, n.reason from booking.notification as n where n.kind = 'reminder' $$,
    $$ values ('1440 min', 'a later one says the same'), ('60 min', null) $$, 'and the log says why'
);

select * from finish();
rollback;
