begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.date_override_id from booking_v1.upsert_date_override('2026-06-08', p_resource_id => pg_temp.id('Ada')) as u;
select is(count(*), 0::bigint, 'closed') from pg_temp.starts('2026-06-08', '2026-06-09');
call pg_temp.run($$ select booking_v1.delete_date_override(m.date_override_id) from made as m $$);
select is(count(*), 8::bigint, 'and open again') from pg_temp.starts('2026-06-08', '2026-06-09');

select * from finish();
rollback;
