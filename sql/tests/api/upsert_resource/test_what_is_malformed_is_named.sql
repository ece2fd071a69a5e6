begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(pg_temp.error_of_call('upsert_resource', c.arguments), c.error, c.what)
from (
    values
    ($$ '', 'staff' $$, '400 invalid_argument p_name', 'no name'),
    ($$ repeat('x', 201), 'staff' $$, '400 invalid_argument p_name', 'a long name'),
    ($$ 'Eve', 'robot' $$, '400 invalid_argument p_kind', 'a kind there is not'),
    ($$ 'Eve', null $$, '400 invalid_argument p_kind', 'no kind'),
    ($$ 'Eve', 'staff', 'UTC+5' $$, '400 invalid_argument p_time_zone', 'no IANA zone'),
    ($$ 'Eve', 'staff', p_units => 0 $$, '400 invalid_argument p_units', 'no units'),
    ($$ 'Eve', 'staff', p_units => 1001 $$, '400 invalid_argument p_units', 'too many units')
) as c (arguments, error, what);

select * from finish();
rollback;
