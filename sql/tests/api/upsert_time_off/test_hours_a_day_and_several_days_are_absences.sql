begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run(
    $$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08', p_start_time => '10:00', p_end_time => '12:00') $$
);
select is(count(*), 6::bigint, 'some hours') from pg_temp.starts('2026-06-08', '2026-06-09');
call pg_temp.run($$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08') $$);
select is(count(*), 0::bigint, 'a day') from pg_temp.starts('2026-06-08', '2026-06-09');
call pg_temp.run(
    $$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-14', '2026-06-22', p_end_time => '12:00') $$
);
select is(min(s.start), '2026-06-22T10:00Z', 'several days, the last one until noon')
from pg_temp.starts('2026-06-09', '2026-06-23') as s (start);
select results_eq(
    $$ select f.starts_on, f.ends_on, f.start_time, f.end_time from booking_v1.list_time_off() as f order by 1, 3 $$,
    $$
        values
        ('2026-06-08'::date, '2026-06-08'::date, '10:00'::time, '12:00'::time),
        ('2026-06-08', '2026-06-08', null, null),
        ('2026-06-14', '2026-06-22', null, '12:00')
    $$,
    'listed as they were given'
);

select * from finish();
rollback;
