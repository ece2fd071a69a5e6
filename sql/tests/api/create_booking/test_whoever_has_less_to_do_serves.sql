begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

call pg_temp.have_booking('first', '2026-06-08T10:00Z', pg_temp.id('Ada'));

select is(o.resource_ids, array[pg_temp.id('Ben')], 'Ada has a booking already')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
