begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada,Grace}');

call pg_temp.run($$ select booking_v1.upsert_holiday('Fair', '2026-06-08') $$);
select is(count(*), 0::bigint, 'everybody is off') from pg_temp.starts('2026-06-08', '2026-06-09');
call pg_temp.run($$
    select booking_v1.upsert_holiday('Fair', '2026-06-08', p_kind => 'maintenance', p_resource_ids => array[pg_temp.id('Grace')])
$$);
select is(count(*), 8::bigint, 'and then only one is') from pg_temp.starts('2026-06-08', '2026-06-09');
select results_eq(
    $$ select h.kind, h.resource_ids from booking_v1.list_holidays('2026-06-08', '2026-06-08') as h $$,
    $$ values ('maintenance', array[pg_temp.id('Grace')]) $$, 'it is one holiday, with what was said last'
);

select * from finish();
rollback;
