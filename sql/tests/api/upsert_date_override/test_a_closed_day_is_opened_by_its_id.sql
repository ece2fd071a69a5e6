begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.date_override (tenant_id, date_override_id, resource_id, on_date)
values (pg_temp.id('shop'), pg_temp.id('closed'), pg_temp.id('Ada'), '2026-06-08');

select is(
    pg_temp.error_of_call('upsert_date_override', $$ '2026-06-08', '10:00', '12:00', pg_temp.id('Ada') $$),
    '400 invalid_argument p_on_date', 'one that says the contrary does not go beside it'
);
call pg_temp.run($$
    select booking_v1.upsert_date_override(
        '2026-06-08', '10:00', '12:00', pg_temp.id('Ada'), p_date_override_id => pg_temp.id('closed')
    )
$$);
select bag_eq(
    $$ select s from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s $$,
    $$ values ('2026-06-08T08:00Z'::timestamptz), ('2026-06-08T09:00Z') $$,
    'it has to be changed'
);

select * from finish();
rollback;
