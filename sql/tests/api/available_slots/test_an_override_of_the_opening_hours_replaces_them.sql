begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$ select booking_v1.upsert_opening_hours(1, '09:00', '12:00') $$);
call pg_temp.run($$ select booking_v1.upsert_date_override('2026-06-08', '15:00', '16:00') $$);

select results_eq(
    $$ select s from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s $$,
    $$ values ('2026-06-08T13:00Z'::timestamptz) $$,
    'on that Monday the shop is open in the afternoon only'
);
select results_eq(
    $$ select s from pg_temp.starts('2026-06-15T00:00Z', '2026-06-16T00:00Z') as s $$,
    $$ values ('2026-06-15T07:00Z'::timestamptz), ('2026-06-15T08:00Z'), ('2026-06-15T09:00Z') $$,
    'on the next in the morning, as always'
);

select * from finish();
rollback;
