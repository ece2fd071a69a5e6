begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ada'));

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-08T07:00Z', '2026-06-08T10:00Z', pg_temp.id('Ada')) as s (starts_at)
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz), ('2026-06-08T09:00Z') $$,
    'Ada is booked at 10:00'
);
select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-08T07:00Z', '2026-06-08T10:00Z', pg_temp.id('Ben')) as s (starts_at)
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz), ('2026-06-08T08:00Z'), ('2026-06-08T09:00Z') $$,
    'Ben is not'
);

select * from finish();
rollback;
