begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
call pg_temp.have_booking('here', '2026-06-08T12:00Z');
call pg_temp.have_brought('4711', '2026-06-08T08:00Z');

select is(pg_temp.answer(o), 'failed slot_taken 409', 'what was imported is not booked again')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is_empty(
    $$ select * from pg_temp.starts('2026-06-08T08:00Z', '2026-06-08T09:00Z') $$, 'nor is it offered'
);
select is(pg_temp.answer(o), 'failed slot_taken 409', 'what was booked here is not imported over')
from pg_temp.bring('4712', '2026-06-08T11:30Z') as o;
select is(
    o.details -> 'reasons' -> 0 ->> 'rule_id', pg_temp.booking_of('here')::text, 'it says which booking is in the way'
)
from pg_temp.bring('4712', '2026-06-08T11:30Z') as o;
select is(pg_temp.bookings(), 2::bigint, 'a refusal leaves no booking');
select is(
    (select count(*) from booking.claim as k where k.tenant_id = pg_temp.id('shop')), 2::bigint, 'and takes no time'
);

select * from finish();
rollback;
