begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set requires_confirmation = true where tenant_id = pg_temp.id('shop');

select is(o.booking_status, 'pending', 'it waits for confirmation')
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;
select is(array[o.booking_status, o.version::text], array['confirmed', '2'], 'and gets it')
from booking_v1.confirm_booking('second', pg_temp.booking_of('first')) as o;

select * from finish();
rollback;
