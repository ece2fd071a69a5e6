begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select is(pg_temp.answer(o), 'failed hold_lost 409', 'it is refused')
from booking_v1.create_booking(
    p_idempotency_key => 'first', p_service_id => pg_temp.id('Cut'),
    p_starts_at => '2026-06-08T08:00Z', p_hold_token => gen_random_uuid()
) as o;
select is(pg_temp.bookings(), 0::bigint, 'nothing is booked');

select * from finish();
rollback;
