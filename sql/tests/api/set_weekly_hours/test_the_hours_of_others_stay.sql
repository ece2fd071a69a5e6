begin;
select plan(1);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

call pg_temp.run($$ select booking_v1.set_weekly_hours(pg_temp.id('Ada'), '{}') $$);
select results_eq(
    'select h.resource_id, h.weekday from booking_v1.list_weekly_hours() as h',
    $$ values (pg_temp.id('Ben'), 1) $$,
    'Ben works as before'
);

select * from finish();
rollback;
