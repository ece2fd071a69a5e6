begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
call pg_temp.have_booking('second', '2026-06-08T10:00Z');
update booking.tenant as t set time_zone = 'Asia/Tokyo' where t.tenant_id = pg_temp.id('shop');

select is(pg_temp.answer(o), 'completed 200', 'it is moved')
from booking_v1.reschedule_booking('move', pg_temp.booking_of('first'), '2026-06-08T09:00Z') as o;
select row_eq(
    $$
        select b.time_zone, b.starts_local from booking_v1.get_booking(pg_temp.booking_of('first')) as b
    $$,
    row('Asia/Tokyo'::text, '2026-06-08T18:00'::timestamp), 'its promise is that of the zone the tenant has by now'
);
select is(pg_temp.answer(o), 'completed 200', 'another is moved to where it is')
from booking_v1.reschedule_booking('stay', pg_temp.booking_of('second'), '2026-06-08T10:00Z') as o;
select row_eq(
    $$
        select b.time_zone, b.starts_local from booking_v1.get_booking(pg_temp.booking_of('second')) as b
    $$,
    row('Asia/Tokyo'::text, '2026-06-08T19:00'::timestamp), 'which promises another wall time all the same'
);

select * from finish();
rollback;
