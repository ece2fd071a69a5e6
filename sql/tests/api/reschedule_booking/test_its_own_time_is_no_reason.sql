begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is(
    jsonb_path_query_array(o.details, '$.reasons[*].code'), '["outside_availability"]'::jsonb,
    'half an hour later is off the grid, and that is all'
)
from booking_v1.reschedule_booking('move', pg_temp.booking_of('first'), '2026-06-08T08:30Z') as o;

select * from finish();
rollback;
