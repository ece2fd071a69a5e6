begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set price = 42.50, currency = 'EUR' where tenant_id = pg_temp.id('shop');

select is(
    to_jsonb(o) - array['operation_id', 'booking_id'],
    jsonb_build_object(
        'status', 'completed', 'replayed', false, 'booking_status', 'confirmed', 'version', 1,
        'starts_at', '2026-06-08T08:00:00+00:00', 'ends_at', '2026-06-08T09:00:00+00:00',
        'resource_ids', array[pg_temp.id('Ada')], 'price', 42.50, 'currency', 'EUR', 'http_status', 200,
        'hold_token', null, 'manage_token', null, 'expires_at', null, 'code', null, 'message', null, 'details', null, 'hint', null
    ),
    'what was booked, for how much, and no word of an error'
)
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
