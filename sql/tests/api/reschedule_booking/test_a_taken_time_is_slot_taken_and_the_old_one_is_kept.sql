begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
call pg_temp.have_booking('other', '2026-06-08T10:00Z');
create temporary table before on commit drop as
select to_jsonb(b) as booking from booking.booking as b where b.booking_id = pg_temp.booking_of('first');

select is(pg_temp.answer(o), 'failed slot_taken 409', 'somebody else is there')
from booking_v1.reschedule_booking('second', pg_temp.booking_of('first'), '2026-06-08T10:00Z') as o;
select is(to_jsonb(b), f.booking, 'the booking is as it was')
from booking.booking as b
cross join before as f
where b.booking_id = pg_temp.booking_of('first');
select results_eq(
    $$
        select k.starts_at
        from booking.claim as k
        where k.booking_id = pg_temp.booking_of('first')
    $$,
    $$ values ('2026-06-08T08:00Z'::timestamptz) $$,
    'and still has its time'
);
select isnt_empty(
    $$
        select a.slot
        from booking_v1.reschedule_booking('third', pg_temp.booking_of('first'), '2026-06-08T10:00Z') as o
        cross join jsonb_array_elements(o.details -> 'alternatives') as a (slot)
        where a.slot ->> 'starts_at' = '2026-06-08T08:00:00+00:00'
    $$,
    'which is among the alternatives'
);

select * from finish();
rollback;
