begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.service_id
from booking_v1.upsert_service(
    'Shave', '00:30', p_resource_ids => array[pg_temp.id('Ada')], p_slot_interval => '01:00', p_slot_offset => '00:15',
    p_price => 12.5
) as u;
select is(s.starts_at, '2026-06-08T07:15Z', 'from the first start on its grid')
from made as m
cross join booking_v1.available_slots(m.service_id, '2026-06-08', '2026-06-09', p_limit => 1) as s;
select is(concat_ws(' ', o.status, o.price, o.currency), 'completed 12.5 EUR', 'at its price')
from made as m
cross join booking_v1.create_booking('shave', m.service_id, '2026-06-08T07:15Z') as o;

select * from finish();
rollback;
