begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is(o.booking_status, 'cancelled', 'it is cancelled')
from booking_v1.cancel_booking('second', pg_temp.booking_of('first')) as o;
select is_empty(
    $$ select k.booking_id from booking.claim as k where k.tenant_id = pg_temp.id('shop') $$,
    'no time is taken any more'
);
select is(pg_temp.answer(o), 'completed 200', 'the slot can be booked again')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
