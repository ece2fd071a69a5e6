begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada,Ben,Eve}');

select is(
    array(
        select distinct m.month
        from unnest(booking.missing_timetable(pg_temp.id('shop'), 3)) as m
    ),
    '{2026-06-01}', 'of everybody this month, and not of somebody three'
);

select * from finish();
rollback;
