begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/commands.sql
call pg_temp.make_shop();
call pg_temp.have_booking_for_each_command();
create temporary table outcome on commit drop as
select c.name, 1 as try, a.* from command as c cross join lateral pg_temp.act(c.name, pg_temp.booking_of(c.name)) as a;
insert into outcome
select c.name, 2 as try, a.* from command as c cross join lateral pg_temp.act(c.name, pg_temp.booking_of(c.name)) as a;

select results_eq(
    format('select o.status, o.version, o.replayed from outcome as o where o.name = %L order by o.try', c.name),
    $$ values ('completed', 2, false), ('completed', 2, true) $$, c.name || ' happens once, and is replayed'
)
from command as c;
select is(
    count(distinct to_jsonb(o) - array['try', 'replayed']), 1::bigint, o.name || ': all the rest is the same'
)
from outcome as o
group by o.name;

select * from finish();
rollback;
