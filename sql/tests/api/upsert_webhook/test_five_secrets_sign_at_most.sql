begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/webhooks.sql
\ir ../../helpers/secrets.sql
call pg_temp.make_shop();

select is(pg_temp.error_of(format('call pg_temp.rotate(%L)', n)), 'no error', 'five')
from generate_series(1, 5) as n;
select is(pg_temp.error_of('call pg_temp.rotate(''sixth'')'), '400 limit_reached', 'and no more');
select is(pg_temp.error_of('call pg_temp.rotate(''sixth'', true)'), 'no error', 'unless those before end');

select * from finish();
rollback;
