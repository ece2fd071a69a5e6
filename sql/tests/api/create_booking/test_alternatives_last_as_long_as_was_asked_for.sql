begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '15:00');
update booking.service set allowed_durations = '{02:00}' where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('first', '2026-06-08T07:00Z');
call pg_temp.have_booking('second', '2026-06-08T10:00Z');

select is(
    jsonb_path_query_array(o.details, '$.alternatives[0 to 1]'),
    '[
        {"starts_at": "2026-06-08T08:00:00+00:00", "ends_at": "2026-06-08T10:00:00+00:00"},
        {"starts_at": "2026-06-08T11:00:00+00:00", "ends_at": "2026-06-08T13:00:00+00:00"}
    ]',
    'at 09:00 and 12:00 there is an hour only'
)
from pg_temp.book('2026-06-08T10:00Z', p_duration => '02:00') as o;

select * from finish();
rollback;
