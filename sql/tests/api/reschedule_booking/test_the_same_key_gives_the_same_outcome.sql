begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set requires_confirmation = true where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
create temporary table outcome on commit drop as
select 1 as try, o.* from booking_v1.reschedule_booking(
    'second', pg_temp.booking_of('first'), '2026-06-08T10:00Z'
) as o;
insert into outcome
select 2 as try, o.* from booking_v1.reschedule_booking(
    'second', pg_temp.booking_of('first'), '2026-06-08T10:00Z'
) as o;

select results_eq(
    $$ select o.status, o.version, o.replayed from outcome as o order by o.try $$,
    $$ values ('completed', 2, false), ('completed', 2, true) $$,
    'it happens once, and is replayed'
);
select is(
    count(distinct to_jsonb(o) - array['try', 'replayed']), 1::bigint, 'all the rest is the same'
)
from outcome as o;

select * from finish();
rollback;
