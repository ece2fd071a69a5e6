begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table outcome on commit drop as
select 1 as try, o.* from pg_temp.book('2026-06-08T08:00Z', 'first') as o;
insert into outcome
select 2 as try, o.* from pg_temp.book('2026-06-08T08:00Z', 'first') as o;

select results_eq(
    $$ select o.status, o.booking_status, o.replayed from outcome as o order by o.try $$,
    $$ values ('completed', 'confirmed', false), ('completed', 'confirmed', true) $$,
    'it is booked, and the second time replayed'
);
select is(
    count(distinct to_jsonb(o) - array['try', 'replayed']), 1::bigint, 'all the rest is the same'
)
from outcome as o;
select is(pg_temp.bookings(), 1::bigint, 'there is one booking');

select * from finish();
rollback;
