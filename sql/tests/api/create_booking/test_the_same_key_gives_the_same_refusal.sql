begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

set local booking.now = '2026-06-08T07:59Z';
create temporary table outcome on commit drop as
select 1 as try, o.* from pg_temp.book('2026-06-08T08:00Z', 'first') as o;
set local booking.now = '2026-06-01T05:00Z';
insert into outcome
select 2 as try, o.* from pg_temp.book('2026-06-08T08:00Z', 'first') as o;

select results_eq(
    $$ select o.status, o.code, o.replayed from outcome as o order by o.try $$,
    $$ values ('failed', 'too_soon', false), ('failed', 'too_soon', true) $$,
    'also when it could be booked by now'
);
select is(
    count(distinct to_jsonb(o) - array['try', 'replayed']), 1::bigint, 'all the rest is the same'
)
from outcome as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
