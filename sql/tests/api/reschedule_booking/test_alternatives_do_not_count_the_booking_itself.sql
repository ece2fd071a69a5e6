begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '13:00');
call pg_temp.set_policy('max_bookings_per_day', '2');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
call pg_temp.have_booking('second', '2026-06-08T09:00Z');

select is(
    o.details #>> '{alternatives,1,starts_at}', '2026-06-08T08:00:00+00:00',
    'its own time and others of a day that would be full without it'
)
from booking_v1.reschedule_booking('move', pg_temp.booking_of('first'), '2026-06-08T09:00Z') as o;

select * from finish();
rollback;
