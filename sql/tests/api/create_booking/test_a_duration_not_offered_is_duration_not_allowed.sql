begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select is(pg_temp.answer(o), 'failed duration_not_allowed 400', 'it is refused')
from pg_temp.book(p_starts_at => '2026-06-08T08:00Z', p_duration => '02:00') as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
