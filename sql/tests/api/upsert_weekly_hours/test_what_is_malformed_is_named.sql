begin;
select plan(11);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');

select is(pg_temp.error_of_call('upsert_weekly_hours', c.arguments), c.error, c.what)
from (
    values
    ($$ pg_temp.id('Ada'), 7, '09:00', '12:00' $$, '400 invalid_argument p_weekday', 'no weekday'),
    ($$ pg_temp.id('Ada'), null, '09:00', '12:00' $$, '400 invalid_argument p_weekday', 'weekday null'),
    ($$ pg_temp.id('Ada'), 1, '24:00', '12:00' $$, '400 invalid_argument p_start_time', '24:00 is an end'),
    ($$ pg_temp.id('Ada'), 1, null, '12:00' $$, '400 invalid_argument p_start_time', 'no start'),
    ($$ pg_temp.id('Ada'), 1, '09:00', null $$, '400 invalid_argument p_end_time', 'no end'),
    (
        $$ pg_temp.id('Ada'), 1, '09:00', '12:00', '-infinity' $$,
        '400 invalid_argument p_valid_from', 'infinity is said by null'
    ),
    (
        $$ pg_temp.id('Ada'), 1, '09:00', '12:00', p_valid_until => 'infinity' $$,
        '400 invalid_argument p_valid_until', 'at its end as well'
    ),
    (
        $$ pg_temp.id('Ada'), 1, '09:00', '12:00', '2026-06-02', '2026-06-01' $$,
        '400 invalid_argument p_valid_until', 'an end before its start'
    ),
    (
        $$ pg_temp.id('Ada'), 1, '09:00', '12:00', p_preference => 101 $$,
        '400 invalid_argument p_preference', 'too heavy'
    ),
    ($$ null, 1, '09:00', '12:00' $$, '400 invalid_argument p_resource_id', 'nobody'),
    ($$ pg_temp.id('Eve'), 1, '09:00', '12:00' $$, '404 not_found p_resource_id', 'somebody of another tenant')
) as c (arguments, error, what);

select * from finish();
rollback;
