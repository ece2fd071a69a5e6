begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run($$ select booking_v1.upsert_opening_hours(1, '10:00', '16:00') $$);
call pg_temp.run(
    $$ select booking_v1.upsert_opening_hours(1, '17:00', '18:00', pg_temp.id('late')) $$
);

select is(pg_temp.error_of_call('upsert_opening_hours', c.arguments), c.error, c.what)
from (
    values
    ($$ -1, '09:00', '12:00' $$, '400 invalid_argument p_weekday', 'no weekday'),
    ($$ 1, '24:00', '12:00' $$, '400 invalid_argument p_start_time', '24:00 is an end'),
    ($$ 1, '09:00', null $$, '400 invalid_argument p_end_time', 'no end'),
    ($$ 1, '10:00', '12:00', pg_temp.id('late') $$, '400 invalid_argument p_start_time', 'the start of others')
) as c (arguments, error, what);
call pg_temp.run($$ select booking_v1.upsert_opening_hours(1, '10:00', '15:00') $$);
select results_eq(
    $$ select h.end_time from booking_v1.list_opening_hours() as h order by 1 $$,
    array['15:00', '18:00']::time[], 'the same start again is the same record'
);

select * from finish();
rollback;
