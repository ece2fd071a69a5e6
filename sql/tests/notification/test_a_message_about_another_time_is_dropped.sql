begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.dispatch();

select isnt(pg_temp.content_of('booking_confirmed'), null, 'it would be sent');
select booking_v1.reschedule_booking('move', pg_temp.booking_of('hers'), '2026-06-08T10:00Z')::text;
select is(pg_temp.content_of('booking_confirmed'), null, 'after a move it is not');
select is(pg_temp.log_of('booking_confirmed'), 'queued: the booking has another time', 'and the log says why');

select * from finish();
rollback;
