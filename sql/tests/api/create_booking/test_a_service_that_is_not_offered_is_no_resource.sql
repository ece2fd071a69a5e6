begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set is_active = false where tenant_id = pg_temp.id('shop');

select is(pg_temp.answer(o), 'failed no_resource 400', 'it is refused')
from pg_temp.book('2026-06-08T08:00Z') as o;
select matches(o.hint, 'another service', 'and somebody told what would do')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
