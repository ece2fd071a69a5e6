begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '13:00');

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s (starts_at)
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz), ('2026-06-08T09:00Z'), ('2026-06-08T10:00Z') $$,
    '9:00, 11:00 and 12:00, but not 10:00'
);

select * from finish();
rollback;
