begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run($$
    select booking_v1.upsert_date_override('2026-06-08', '19:00', '21:00', pg_temp.id('Ada'), 'Late shift')
$$);
select results_eq(
    $$ select pg_temp.starts('2026-06-08', '2026-06-09') $$,
    array['2026-06-08T17:00Z', '2026-06-08T18:00Z']::timestamptz[], 'a window'
);
call pg_temp.run($$
    select booking_v1.upsert_date_override('2026-06-08', '07:00', '08:00', pg_temp.id('Ada'))
$$);
select is(count(*), 3::bigint, 'two windows add up') from pg_temp.starts('2026-06-08', '2026-06-09');
call pg_temp.run(
    $$ select booking_v1.upsert_date_override('2026-06-08', p_reason => 'Fair') $$
);
select is(count(*), 0::bigint, 'the tenant is closed') from pg_temp.starts('2026-06-08', '2026-06-09');
select results_eq(
    $$
        select v.resource_id, v.start_time, v.reason
        from booking_v1.list_date_overrides('2026-06-08', '2026-06-08') as v
    $$,
    $$
        values
        (null::uuid, null::time, 'Fair'), (pg_temp.id('Ada'), '07:00', null), (pg_temp.id('Ada'), '19:00', 'Late shift')
    $$,
    'and all three are listed'
);

select * from finish();
rollback;
