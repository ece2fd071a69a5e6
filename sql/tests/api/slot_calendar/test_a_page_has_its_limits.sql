begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of_call(
        'slot_calendar', format('%L, ''2026-06-08'', ''2026-06-09'', p_limit => %s', pg_temp.id('Cut'), p.rows)
    ),
    p.error, p.rows || ' rows'
)
from (
    values
    ('0', '400 invalid_argument p_limit'), ('10001', '400 invalid_argument p_limit'),
    ('null', '400 invalid_argument p_limit'), ('10000', 'no error')
) as p (rows, error);

select * from finish();
rollback;
