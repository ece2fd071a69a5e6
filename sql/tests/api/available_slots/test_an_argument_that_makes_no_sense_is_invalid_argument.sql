begin;
select plan(11);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(pg_temp.error_of_call('available_slots', c.arguments), c.error, c.what)
from (
    values
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_limit => 1000000 $$,
        '400 invalid_argument p_limit', 'a limit of a million rows'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_limit => 0 $$,
        '400 invalid_argument p_limit', 'a limit of none'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_limit => null $$,
        '400 invalid_argument p_limit', 'no limit at all'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_duration => '00:00' $$,
        '400 invalid_argument p_duration', 'no duration'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_duration => '-01:00' $$,
        '400 invalid_argument p_duration', 'a negative duration'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_duration => '1 month' $$,
        '400 invalid_argument p_duration', 'a duration of unknown length'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_duration => '1 year -340 days' $$,
        '400 invalid_argument p_duration', 'a year of unknown length that is almost over'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_duration => '745 hours' $$,
        '400 invalid_argument p_duration', 'a duration of more than 31 days'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_duration => '2147483647 days' $$,
        '400 invalid_argument p_duration', 'a duration that hours cannot say'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_party_size => 0 $$,
        '400 invalid_argument p_party_size', 'nobody'
    ),
    (
        $$ pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z', p_party_size => -1 $$,
        '400 invalid_argument p_party_size', 'less than nobody'
    )
) as c (arguments, error, what);

select * from finish();
rollback;
