begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop(p_people => '{Ada,Grace,Mary}');
call pg_temp.set_policy('max_bookings_per_day', '1');
update booking.resource set is_active = false where resource_id = pg_temp.id('Grace');
delete from booking.requirement_resource where resource_id = pg_temp.id('Mary');
select booking_v1.upsert_holiday('Feast', '2026-06-15');

select is(pg_temp.answer(o), 'completed 200', 'on a day on which nobody works')
from pg_temp.bring('1', '2026-06-09T08:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'in a quarter of an hour, off the grid')
from pg_temp.bring('2', '2026-06-01T05:15Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'beyond the advance limit')
from pg_temp.bring('3', '2028-06-05T08:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'on a holiday')
from pg_temp.bring('4', '2026-06-15T08:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'with somebody who has left, beyond the limit of a day')
from pg_temp.bring('5', '2026-06-15T08:00Z', p_resource => 'Grace') as o;
select is(pg_temp.answer(o), 'completed 200', 'with somebody who does other things here, for another time than here')
from pg_temp.bring('6', '2026-06-08T08:00Z', p_resource => 'Mary', p_ends_at => '2026-06-08T08:47Z') as o;
select results_eq(
    $$
        select h.changes ->> 'external_id', c.code
        from booking_v1.list_booking_conflicts() as c
        cross join lateral booking_v1.booking_history(c.booking_id) as h
        where c.code in ('holiday', 'no_resource')
        order by 1, 2
    $$,
    $$ values ('4', 'holiday'), ('5', 'no_resource'), ('6', 'no_resource') $$,
    'which of them don''t fit here is told on demand'
);

select * from finish();
rollback;
