begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select is(pg_temp.answer(o), 'completed 200', 'the first request is booked')
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;
select is(pg_temp.answer(o), 'failed key_reused 422', 'another start by the same key is refused')
from pg_temp.book('2026-06-08T09:00Z', 'first') as o;
select is(pg_temp.answer(o), 'failed key_reused 422', 'and so is another command')
from booking_v1.cancel_booking('first', pg_temp.booking_of('first')) as o;
select is(o.replayed, true, 'the first request is still replayed')
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;
select is(pg_temp.bookings(), 1::bigint, 'there is one booking');

select * from finish();
rollback;
