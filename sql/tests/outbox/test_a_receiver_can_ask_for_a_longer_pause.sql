begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{asked,shorter,absurd,back}');
call pg_temp.have_leased();
call pg_temp.have_reported('asked', 'retry', 'busy', '2 hours');
call pg_temp.have_reported('shorter', 'retry', 'busy', '1 second');
call pg_temp.have_reported('absurd', 'retry', 'busy', '10 years');
call pg_temp.have_reported('back', 'retry', 'busy', '-10 years');

select is(pg_temp.pause('asked'), 7200.0, 'so long it is left alone');
select is(pg_temp.pause('shorter') between 5 and 10, true, 'a shorter one does not hurry us');
select is(pg_temp.pause('absurd'), 86400.0, 'a day is the most');
select is(pg_temp.pause('back') between 5 and 10, true, 'and the past is no pause');

select * from finish();
rollback;
