begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
select booking_v1.cancel_booking('cancel', pg_temp.booking_of('first'))::text;
create temporary table before on commit drop as
select to_jsonb(b) as booking from booking.booking as b where b.tenant_id = pg_temp.id('shop');

select is(pg_temp.answer(o), 'failed invalid_transition 409', 'nothing comes after the end')
from booking_v1.confirm_booking('second', pg_temp.booking_of('first')) as o;
select is(to_jsonb(b), f.booking, 'the booking is as it was')
from booking.booking as b
cross join before as f
where b.tenant_id = pg_temp.id('shop');
select is(count(*), 2::bigint, 'and so is its history')
from booking_v1.booking_history(pg_temp.booking_of('first'));

select * from finish();
rollback;
