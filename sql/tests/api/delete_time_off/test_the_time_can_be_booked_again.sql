begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.time_off_id from booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08') as u;
select is(count(*), 0::bigint, 'away') from pg_temp.starts('2026-06-08', '2026-06-09');
call pg_temp.run($$ select booking_v1.delete_time_off(m.time_off_id) from made as m $$);
select is(count(*), 8::bigint, 'and back again') from pg_temp.starts('2026-06-08', '2026-06-09');

select * from finish();
rollback;
