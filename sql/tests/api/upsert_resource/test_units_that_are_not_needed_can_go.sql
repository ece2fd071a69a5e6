begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$
    select booking_v1.upsert_resource('Ada', 'staff', p_units => 3, p_resource_id => pg_temp.id('Ada'))
$$);
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
call pg_temp.have_booking('second', '2026-06-08T08:00Z');

select is(k.unit, k.position::integer, 'bookings take the first units: ' || k.position)
from (
    select c.unit, row_number() over (order by c.unit) as position
    from booking.claim as c
    where c.resource_id = pg_temp.id('Ada')
) as k;

select * from finish();
rollback;
