begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');

select is(pg_temp.error_of_call('upsert_membership', c.arguments), c.error, c.what)
from (
    values
    ($$ '', 'staff' $$, '400 invalid_argument p_subject', 'no account'),
    ($$ null, 'staff' $$, '400 invalid_argument p_subject', 'none at all'),
    ($$ repeat('x', 256), 'staff' $$, '400 invalid_argument p_subject', 'an account that is too long'),
    ($$ 'sam', 'customer' $$, '400 invalid_argument p_role', 'a role that needs no membership'),
    ($$ 'sam', 'staff', '{null}' $$, '400 invalid_argument p_resource_ids', 'a resource that is null'),
    ($$ 'sam', 'staff', array[pg_temp.id('Eve')] $$, '404 not_found p_resource_ids', 'a resource of another tenant')
) as c (arguments, error, what);

select * from finish();
rollback;
