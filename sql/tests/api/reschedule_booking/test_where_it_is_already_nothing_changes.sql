begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is(pg_temp.answer(o), 'completed 200', 'it is where it was asked to be')
from booking_v1.reschedule_booking('second', pg_temp.booking_of('first'), '2026-06-08T08:00Z') as o;
select results_eq(
    $$
        select b.version, b.reschedule_count
        from booking.booking as b
        where b.tenant_id = pg_temp.id('shop')
    $$,
    $$ values (1, 0) $$,
    'it does not count'
);
select is(count(*), 1::bigint, 'and nobody is told: no event')
from booking.booking_event as e
where e.tenant_id = pg_temp.id('shop');
select is(o.replayed, true, 'the outcome is recorded')
from booking_v1.reschedule_booking('second', pg_temp.booking_of('first'), '2026-06-08T08:00Z') as o;

select * from finish();
rollback;
