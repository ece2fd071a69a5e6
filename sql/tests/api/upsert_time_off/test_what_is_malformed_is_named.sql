begin;
select plan(9);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');

select is(pg_temp.error_of_call('upsert_time_off', c.arguments), c.error, c.what)
from (
    values
    ($$ pg_temp.id('Ada'), null $$, '400 invalid_argument p_starts_on', 'no date'),
    ($$ pg_temp.id('Ada'), 'infinity' $$, '400 invalid_argument p_starts_on', 'no day'),
    ($$ pg_temp.id('Ada'), '2026-06-09', '2026-06-08' $$, '400 invalid_argument p_ends_on', 'an end before its start'),
    ($$ pg_temp.id('Ada'), '2026-06-09', '5000-06-08' $$, '400 invalid_argument p_ends_on', 'far away'),
    (
        $$ pg_temp.id('Ada'), '2026-06-09', p_start_time => '22:00', p_end_time => '06:00' $$,
        '400 invalid_argument p_end_time', 'past midnight without a date'
    ),
    (
        $$ pg_temp.id('Ada'), '2026-06-09', p_start_time => '24:00' $$,
        '400 invalid_argument p_end_time', 'nothing is left of the day'
    ),
    (
        $$ pg_temp.id('Ada'), '2026-06-09', p_reason => repeat('x', 501) $$,
        '400 invalid_argument p_reason', 'a long reason'
    ),
    ($$ null, '2026-06-09' $$, '400 invalid_argument p_resource_id', 'nobody'),
    ($$ pg_temp.id('Eve'), '2026-06-09' $$, '404 not_found p_resource_id', 'somebody of another tenant')
) as c (arguments, error, what);

select * from finish();
rollback;
