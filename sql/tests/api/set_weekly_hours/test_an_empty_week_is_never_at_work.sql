begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select is_empty($$ select h.weekday from booking_v1.set_weekly_hours(pg_temp.id('Ada'), '{}') as h $$, 'no hours');
select is_empty($$ select pg_temp.starts('2026-06-08', '2026-06-15') $$, 'no slots');

select * from finish();
rollback;
