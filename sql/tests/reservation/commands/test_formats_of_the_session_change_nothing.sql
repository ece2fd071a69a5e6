begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$ select pg_temp.book('2026-06-08T08:00Z', 'first', p_duration => '01:00') $$);
call pg_temp.run($$
    select booking_v1.reschedule_booking('move', pg_temp.booking_of('first'), '2026-06-08T09:00Z', p_duration => '01:00')
$$);
set local intervalstyle = 'iso_8601';
set local datestyle = 'sql, dmy';
set local timezone = 'Asia/Kathmandu';

select ok(o.replayed, 'a duration and an instant are the same in every format and zone')
from pg_temp.book('2026-06-08T08:00Z', 'first', p_duration => '01:00') as o;
select ok(o.replayed, 'for a move as well')
from booking_v1.reschedule_booking(
    'move', pg_temp.booking_of('first'), '2026-06-08T09:00Z', p_duration => '01:00'
) as o;
select is(
    o.details #>> '{reasons,0,during}', '["2026-06-08 09:00:00+00","2026-06-08 10:00:00+00")',
    'an outcome that is kept is written as everywhere'
)
from pg_temp.book('2026-06-08T09:00Z') as o;

select * from finish();
rollback;
