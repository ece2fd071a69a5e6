begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.remind('60 min');

select isnt(pg_temp.content_of('reminder'), null, 'before the start it is sent');
set local booking.now = '2026-06-08T08:00Z';
select is(pg_temp.content_of('reminder'), null, 'from then on it is not');
select is(pg_temp.log_of('reminder'), 'queued: the booking has started', 'and the log says why');

select * from finish();
rollback;
