begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of_call('create_booking', format('%L, pg_temp.id(''Cut''), ''2026-06-08T08:00Z''', k.key)), k.error,
    k.what
)
from (
    values
    (repeat('x', 256), '400 invalid_argument p_idempotency_key', 'one too many'), (repeat('x', 255), 'no error', '255'),
    ('', '400 invalid_argument p_idempotency_key', 'none'), (null, '400 invalid_argument p_idempotency_key', 'null')
) as k (key, error, what);

select * from finish();
rollback;
