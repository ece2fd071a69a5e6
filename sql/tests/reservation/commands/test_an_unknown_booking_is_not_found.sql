begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/commands.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of(format('select pg_temp.act(%L, pg_temp.id(''nothing''))', c.name)),
    '404 not_found p_booking_id', c.name
)
from command as c;
select is_empty(
    $$ select o.operation_id from booking.booking_operation as o where o.tenant_id = pg_temp.id('shop') $$,
    'the keys stay free'
);

select * from finish();
rollback;
