begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_time_zone => 'Asia/Kathmandu');

call pg_temp.have_booking('first', '2026-06-08T03:15Z');

select is(
    array[b.starts_local::text, b.time_zone], array['2026-06-08 09:00:00', 'Asia/Kathmandu'],
    'nine o''clock in Kathmandu'
)
from booking.booking as b
where b.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
