begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/webhooks.sql
\ir ../../helpers/secrets.sql
call pg_temp.make_shop();
call pg_temp.rotate('first');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

select is(pg_temp.signed_by(), '{first}', 'by its only secret');
call pg_temp.rotate('second');
select is(pg_temp.signed_by(), '{second,first}', 'by both, the new one first');
set local booking.now = '2026-06-01T17:00Z';
call pg_temp.rotate('third');
select is(pg_temp.signed_by(), '{third,second,first}', 'a second rotation takes no time from the first');
set local booking.now = '2026-06-02T04:59Z';
select is(pg_temp.signed_by(), '{third,second,first}', 'not yet a day later');
set local booking.now = '2026-06-02T05:00Z';
select is(pg_temp.signed_by(), '{third,second}', 'each for a day');
set local booking.now = '2026-06-02T17:00Z';
select is(pg_temp.signed_by(), '{third}', 'and then by the new one');

select * from finish();
rollback;
