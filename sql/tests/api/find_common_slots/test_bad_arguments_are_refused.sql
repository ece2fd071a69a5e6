begin;
select plan(12);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(pg_temp.error_of_call('find_common_slots', c.arguments), c.error, c.what)
from (
    values
    (
        $$ array[pg_temp.id('Ada')], 2, '2026-06-08', '2026-06-09', '01:00' $$,
        '400 invalid_argument p_required', 'more people than named'
    ),
    (
        $$ array[pg_temp.id('Ada'), pg_temp.id('Ada')], 2, '2026-06-08', '2026-06-09', '01:00' $$,
        '400 invalid_argument p_required', 'the same person twice'
    ),
    (
        $$ array[pg_temp.id('Ada')], 0, '2026-06-08', '2026-06-09', '01:00' $$,
        '400 invalid_argument p_required', 'nobody required'
    ),
    ($$ '{}', 1, '2026-06-08', '2026-06-09', '01:00' $$, '400 invalid_argument p_required', 'nobody named'),
    ($$ null, 1, '2026-06-08', '2026-06-09', '01:00' $$, '400 invalid_argument p_required', 'null for people'),
    (
        $$ array[pg_temp.id('Ada')], 1, '2026-06-09', '2026-06-08', '01:00' $$,
        '400 invalid_argument p_to', 'an end before the start'
    ),
    (
        $$ array[pg_temp.id('Ada')], 1, '2026-06-08', '2027-06-08', '01:00' $$,
        '400 invalid_argument p_to', 'a year-long window'
    ),
    (
        $$ array[pg_temp.id('Ada')], 1, '2026-06-08', '2026-06-09', '00:00' $$,
        '400 invalid_argument p_duration', 'no duration'
    ),
    (
        $$ array[pg_temp.id('Ada')], 1, '2026-06-08', '2026-06-09', '-01:00' $$,
        '400 invalid_argument p_duration', 'a negative duration'
    ),
    (
        $$ array[pg_temp.id('Ada')], 1, '2026-06-08', '2026-06-09', '01:00', 1000000 $$,
        '400 invalid_argument p_limit', 'a million rows'
    ),
    (
        $$ array[pg_temp.id('Ada')], 1, '2026-06-08', '2026-06-09', '01:00', 1, '00:00' $$,
        '400 invalid_argument p_slot_interval', 'a grid of nothing'
    ),
    (
        $$ array[pg_temp.id('nobody')], 1, '2026-06-08', '2026-06-09', '01:00' $$,
        '404 not_found p_resource_ids', 'somebody unknown'
    )
) as c (arguments, error, what);

select * from finish();
rollback;
