begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select is(pg_temp.answer(o), 'failed too_far_ahead 400', '90 days after 1 June is 30 August')
from pg_temp.book('2026-08-31T08:00Z') as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
