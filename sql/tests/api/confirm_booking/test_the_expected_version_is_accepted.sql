begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set requires_confirmation = true where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is(array[pg_temp.answer(o), o.version::text], array['completed 200', '2'], 'version 1 becomes version 2')
from booking_v1.confirm_booking('second', pg_temp.booking_of('first'), p_expected_version => 1) as o;

select * from finish();
rollback;
