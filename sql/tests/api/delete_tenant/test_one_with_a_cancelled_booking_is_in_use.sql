begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
select is(o.status, 'completed', 'the booking is cancelled')
from booking_v1.cancel_booking('gone', pg_temp.booking_of('first')) as o;

select is(
    pg_temp.error_of($$ select booking_v1.delete_tenant(pg_temp.id('shop')) $$),
    '409 in_use p_tenant_id', 'it is refused'
);
select is(pg_temp.bookings(), 1::bigint, 'and its history stays');

select * from finish();
rollback;
