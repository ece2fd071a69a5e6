begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table usual as
select booking_v1.openapi()::text as document;
set local quote_all_identifiers = on;

select ok(booking_v1.openapi()::text = u.document, 'defaults included')
from usual as u;

select * from finish();
rollback;
