begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_now => '2026-06-08T10:00Z');
call pg_temp.set_policy('minimum_booking_notice_hours', 'null');

select results_eq(
    $$ select min(s) from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s $$,
    array['2026-06-08T10:00Z'::timestamptz], 'from now on'
);
select is(pg_temp.answer(o), 'failed in_the_past 400', 'what is past cannot be booked')
from pg_temp.book('2026-06-08T09:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'what begins now can')
from pg_temp.book('2026-06-08T10:00Z') as o;

select * from finish();
rollback;
