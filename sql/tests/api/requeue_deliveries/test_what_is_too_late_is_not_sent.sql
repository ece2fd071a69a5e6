begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/empty_outbox.sql
\ir ../../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.dispatch();
call pg_temp.give_up_mails();

set local booking.now = '2026-06-08T08:30Z';
select is(booking_v1.requeue_deliveries('email'), 2, 'what customer and provider were not told is tried again');
select isnt(pg_temp.content_of('booking_confirmed'), null, 'and sent while it is true');
set local booking.now = '2026-06-08T09:00Z';
select is(pg_temp.content_of('booking_confirmed'), null, 'not when it is over');
select is(pg_temp.log_of('booking_confirmed'), 'queued: the booking is over', 'and the log says why');

select * from finish();
rollback;
