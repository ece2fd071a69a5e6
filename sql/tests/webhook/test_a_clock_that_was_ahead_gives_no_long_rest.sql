begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
set local booking.now = '2026-07-01T05:00Z';
do 'begin perform booking.rest_webhook(pg_temp.id(''shop''), pg_temp.id(''hook''), booking.now() + interval ''10 min''); end';
set local booking.now = '2026-06-01T05:00Z';

call pg_temp.have_booking('one', '2026-06-08T08:00Z');
select booking.dispatch_events();
select is(o.due_at, booking.now(), 'what comes when the clock is set right is told at once')
from booking.outbox as o
where o.kind = 'webhook' and o.booking_id = pg_temp.booking_of('one');
call pg_temp.attempt('retry');
set local booking.now = '2026-06-01T05:01Z';
call pg_temp.attempt('retry');
select is(
    (select w.rests_until from booking.webhook as w where w.webhook_id = pg_temp.id('hook')),
    '2026-06-01T05:01:30Z'::timestamptz, 'and who gives no answer then rests'
);
call pg_temp.have_booking('two', '2026-06-08T09:00Z');
select booking.dispatch_events();
select is(o.due_at, '2026-06-01T05:01:30Z'::timestamptz, 'as ever')
from booking.outbox as o
where o.kind = 'webhook' and o.booking_id = pg_temp.booking_of('two');

select * from finish();
rollback;
