begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

set local booking.now = '2026-06-08T06:00Z';

select is(pg_temp.answer(o), 'completed 200', 'exactly two hours from now')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
