begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ben'));

select is(o.resource_ids, array[pg_temp.id('Ada')], 'it goes to Ada')
from booking_v1.reschedule_booking(
    'second', pg_temp.booking_of('first'), '2026-06-08T08:00Z', p_resource_id => pg_temp.id('Ada')
) as o;

select * from finish();
rollback;
