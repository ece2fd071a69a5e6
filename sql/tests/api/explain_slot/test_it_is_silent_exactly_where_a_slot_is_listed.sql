begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select isnt_empty(
    $$ select s from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s $$,
    'some starts are listed'
);
select set_eq(
    $$
        select g.starts_at
        from generate_series('2026-06-08T00:00Z'::timestamptz, '2026-06-08T23:45Z', '00:15') as g (starts_at)
        where not exists (select from booking_v1.explain_slot(pg_temp.id('Cut'), g.starts_at))
    $$,
    $$ select s from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s $$,
    'they are those without a reason against them'
);

select * from finish();
rollback;
