begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_weekdays => '{1,2}', p_opens => '00:00', p_closes => '00:00', p_duration => '00:50');

select results_eq(
    $$ select s from pg_temp.starts('2026-06-08T20:30Z', '2026-06-08T23:00Z') as s $$,
    $$
        values
        ('2026-06-08T20:30Z'::timestamptz), ('2026-06-08T21:20Z'), ('2026-06-08T22:00Z'), ('2026-06-08T22:50Z')
    $$,
    'every 50 minutes, and at 0:00 in Berlin'
);

select * from finish();
rollback;
