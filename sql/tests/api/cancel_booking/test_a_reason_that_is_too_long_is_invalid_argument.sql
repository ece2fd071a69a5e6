begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select throws_ok(
    $$
        select o.status
        from booking_v1.cancel_booking('second', pg_temp.booking_of('first'), repeat('x', 501)) as o
    $$,
    'PT400', 'invalid_argument', '501 characters'
);
select is(b.status, 'confirmed', 'the booking stays')
from booking.booking as b
where b.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
