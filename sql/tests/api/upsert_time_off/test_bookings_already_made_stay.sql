begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select lives_ok($$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08') $$, 'she can be away');
select is(b.status, 'confirmed', 'what was booked is still booked')
from booking_v1.get_booking(pg_temp.booking_of('first')) as b;

select * from finish();
rollback;
