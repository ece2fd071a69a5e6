begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.holiday_id from booking_v1.upsert_holiday('Fair', '2026-06-08') as u;
select is(count(*), 0::bigint, 'a holiday') from pg_temp.starts('2026-06-08', '2026-06-09');
call pg_temp.run($$ select booking_v1.delete_holiday(m.holiday_id) from made as m $$);
select is(count(*), 8::bigint, 'is no more') from pg_temp.starts('2026-06-08', '2026-06-09');

select * from finish();
rollback;
