begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('idempotency_key_hours', 'null');

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
set local booking.now = '2026-06-09T00:00Z';

select is(pg_temp.answer(o), 'completed 200', 'what was booked stays booked when its time is past')
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;

select * from finish();
rollback;
