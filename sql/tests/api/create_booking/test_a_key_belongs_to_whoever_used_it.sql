begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

set local request.jwt.claims = '{"role": "service_role", "sub": "ada"}';
select is(pg_temp.answer(o), 'completed 200', 'one caller books')
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;
set local request.jwt.claims = '{"role": "service_role", "sub": "ben"}';
select is(
    array[pg_temp.answer(o), o.replayed::text], array['completed 200', 'false'],
    'another one books by the same key'
)
from pg_temp.book('2026-06-08T10:00Z', 'first') as o;
set local request.jwt.claims = '{"role": "service_role", "sub": "ada"}';
select is(o.replayed, true, 'and the first is still replayed')
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;

select * from finish();
rollback;
