begin;
select plan(9);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(pg_temp.error_of_call('available_slots', $$ pg_temp.id('Cut'), $$ || w.bounds), w.error, w.what)
from (
    values
    ($$ '2026-06-09', '2026-06-08' $$, '400 invalid_argument p_to', 'an end before its start'),
    ($$ '2026-06-08', '2026-06-08' $$, '400 invalid_argument p_to', 'no time at all'),
    ($$ '2026-06-08', '2027-06-08' $$, '400 invalid_argument p_to', 'a whole year'),
    ($$ '2026-06-08', 'infinity' $$, '400 invalid_argument p_to', 'forever'),
    ($$ '0001-01-01', '0001-01-08' $$, '400 invalid_argument p_from', 'a week of the year 1'),
    ($$ '-infinity', '2026-06-08' $$, '400 invalid_argument p_from', 'since ever'),
    ($$ null, '2026-06-08' $$, '400 invalid_argument p_from', 'no start'),
    ($$ '2026-06-08', null $$, '400 invalid_argument p_to', 'no end'),
    ($$ '2026-06-08', '2026-12-24' $$, 'no error', 'half a year will do')
) as w (bounds, error, what);

select * from finish();
rollback;
