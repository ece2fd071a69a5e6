begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table page on commit drop as
select 1 as number, s.starts_at
from booking_v1.available_slots(
    p_service_id => pg_temp.id('Cut'), p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z', p_limit => 3
) as s;
insert into page (number, starts_at)
select 2 as number, s.starts_at
from booking_v1.available_slots(
    p_service_id => pg_temp.id('Cut'), p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z',
    p_after => (select max(p.starts_at) from page as p)
) as s;

select is(count(*), 3::bigint, 'the first page is full') from page as p where p.number = 1;
select results_eq(
    $$ select p.starts_at from page as p order by p.number, p.starts_at $$,
    $$ select s from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s $$,
    'both together are the whole list'
);

select * from finish();
rollback;
