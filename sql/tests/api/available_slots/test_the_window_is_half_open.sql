begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-08T07:00Z', '2026-06-08T08:00Z') as s (starts_at)
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz) $$,
    'what starts at its end is not listed'
);

select * from finish();
rollback;
