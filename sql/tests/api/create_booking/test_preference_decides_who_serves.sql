begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

update booking.weekly_hours set preference = 5
where tenant_id = pg_temp.id('shop') and resource_id = pg_temp.id('Ben');

select is(o.resource_ids, array[pg_temp.id('Ben')], 'the one who likes Mondays')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(o.resource_ids, array[pg_temp.id('Ada')], 'then the other')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
