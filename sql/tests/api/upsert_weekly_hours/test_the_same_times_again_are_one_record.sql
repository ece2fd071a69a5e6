begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.weekly_hours_id, 1 as attempt
from booking_v1.upsert_weekly_hours(pg_temp.id('Ada'), 2, '09:00', '12:00', '2026-06-01', p_preference => 5) as u;
insert into made
select u.weekly_hours_id, 2
from booking_v1.upsert_weekly_hours(pg_temp.id('Ada'), 2, '09:00', '12:00', '2026-06-01', p_preference => 7) as u;

select is(count(distinct m.weekly_hours_id), 1::bigint, 'one id') from made as m;
select results_eq(
    $$
        select h.start_time, h.valid_from, h.valid_until, h.preference
        from booking_v1.list_weekly_hours(pg_temp.id('Ada')) as h
        where h.weekday = 2
    $$,
    $$ values ('09:00'::time, '2026-06-01'::date, null::date, 7) $$, 'with what was said last'
);
call pg_temp.run($$
    select booking_v1.upsert_weekly_hours(
        pg_temp.id('Ada'), 3, '10:00', '11:00',
        p_weekly_hours_id => (select m.weekly_hours_id from made as m where m.attempt = 1)
    )
$$);
select results_eq(
    $$ select h.weekday from booking_v1.list_weekly_hours() as h order by 1 $$, array[1, 3], 'its id changes it'
);

select * from finish();
rollback;
