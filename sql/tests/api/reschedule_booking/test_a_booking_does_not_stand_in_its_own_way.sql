begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
update booking.service set slot_interval = '00:30' where tenant_id = pg_temp.id('shop');

select is(pg_temp.answer(o), 'completed 200', 'it moves by half its length')
from booking_v1.reschedule_booking('second', pg_temp.booking_of('first'), '2026-06-08T08:30Z') as o;
select results_eq(
    $$
        select k.starts_at, k.ends_at
        from booking.claim as k
        where k.tenant_id = pg_temp.id('shop')
    $$,
    $$ values ('2026-06-08T08:30Z'::timestamptz, '2026-06-08T09:30Z'::timestamptz) $$,
    'and takes the new time only'
);

select * from finish();
rollback;
