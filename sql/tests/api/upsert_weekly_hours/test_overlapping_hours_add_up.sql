begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run(
    $$ select booking_v1.upsert_weekly_hours(pg_temp.id('Ada'), 1, '16:00', '19:00') $$
);

select is(max(s.start), '2026-06-08T16:00Z', 'until the later end')
from pg_temp.starts('2026-06-08', '2026-06-09') as s (start);
select is(count(*), 10::bigint, 'and each start once') from pg_temp.starts('2026-06-08', '2026-06-09');

select * from finish();
rollback;
