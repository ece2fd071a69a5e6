begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run($$ select booking_v1.upsert_date_override('2026-06-08') $$);
call pg_temp.run(
    $$ select booking_v1.upsert_date_override('2026-06-08', p_reason => 'Fair') $$
);

select results_eq(
    $$ select v.reason from booking_v1.list_date_overrides() as v $$, array['Fair'], 'one, with what was said last'
);
select lives_ok(
    $$
        select booking_v1.upsert_date_override('2026-06-08', '10:00', '12:00', p_date_override_id => v.date_override_id)
        from booking_v1.list_date_overrides() as v
    $$,
    'and its id makes a window of what was closed'
);

select * from finish();
rollback;
