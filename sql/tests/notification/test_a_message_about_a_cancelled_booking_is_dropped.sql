begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.dispatch();
select booking_v1.cancel_booking('end', pg_temp.booking_of('hers'))::text;
call pg_temp.dispatch();

select is(pg_temp.content_of('booking_confirmed'), null, 'nobody is told that it is confirmed');
select is(pg_temp.log_of('booking_confirmed'), 'queued: the booking is cancelled', 'and the log says why');
select is(
    pg_temp.content_of('booking_cancelled') #>> '{invitation,method}', 'CANCEL', 'they are told that it is cancelled'
);
select booking.report_outbox(l.tenant_id, l.outbox_id, l.lease_id, 'dropped')::text
from booking.lease_outbox('{email}', 10) as l
join booking.notification as n on n.notification_id = (l.payload ->> 'notification_id')::uuid
where n.kind = 'booking_confirmed';
select is(pg_temp.log_of('booking_confirmed'), 'dropped: the booking is cancelled', 'also when the worker has left it');

select * from finish();
rollback;
