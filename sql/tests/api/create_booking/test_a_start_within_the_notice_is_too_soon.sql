begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

set local booking.now = '2026-06-08T06:00:01Z';

select is(pg_temp.answer(o), 'failed too_soon 400', 'it is refused')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
