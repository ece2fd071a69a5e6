begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(count(*), 8::bigint, 'without any, nothing is restricted') from pg_temp.starts('2026-06-08', '2026-06-15');
create temporary table made on commit drop as
select u.opening_hours_id from booking_v1.upsert_opening_hours(1, '10:00', '12:00') as u;
select is(count(*), 2::bigint, 'with some, all else is closed') from pg_temp.starts('2026-06-08', '2026-06-15');
call pg_temp.run($$ select booking_v1.upsert_opening_hours(1, '11:00', '14:00') $$);
select is(count(*), 4::bigint, 'those that overlap add up') from pg_temp.starts('2026-06-08', '2026-06-15');
call pg_temp.run($$ select booking_v1.delete_opening_hours(m.opening_hours_id) from made as m $$);
select is(count(*), 3::bigint, 'until they are deleted') from pg_temp.starts('2026-06-08', '2026-06-15');

select * from finish();
rollback;
