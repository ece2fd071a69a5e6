begin;
select plan(7);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('idempotency_key_hours', '3');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

create temporary table was on commit drop as
select o.operation_id from booking.booking_operation as o where o.idempotency_key = 'first';

set local booking.now = '2026-06-01T07:59:59Z';
select is(o.replayed, true, 'just before, it is replayed')
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;
set local booking.now = '2026-06-01T08:00Z';
select is(
    array[pg_temp.answer(o), o.replayed::text], array['failed slot_taken 409', 'false'],
    'then the request is a new one, also where nobody has cleaned up'
)
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;
select is(pg_temp.answer(o), 'failed key_reused 422', 'and the key is that of the new request')
from pg_temp.book('2026-06-08T09:00Z', 'first') as o;
select is(count(*), 1::bigint, 'which took the place of the old one')
from booking.booking_operation as o
where o.idempotency_key = 'first';
select is(e.operation_id, w.operation_id, 'the history still names the old one')
from was as w
cross join booking.booking_event as e
where e.tenant_id = pg_temp.id('shop');

call pg_temp.set_policy('idempotency_key_hours', 'null');
set local booking.now = '2027-06-01T08:00Z';
select is(o.replayed, true, 'without a limit it is kept for ever')
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;
select is(pg_temp.bookings(), 1::bigint, 'there is one booking');

select * from finish();
rollback;
