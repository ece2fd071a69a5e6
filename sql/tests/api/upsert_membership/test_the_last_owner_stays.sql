begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.membership (tenant_id, subject, role, created_at)
values
(pg_temp.id('shop'), 'oda', 'owner', booking.now()), (pg_temp.id('shop'), 'ada', 'admin', booking.now());
set local request.jwt.claims = '{"role": "authenticated", "sub": "oda"}';

select is(pg_temp.error_as('authenticated', m.statement), m.error, m.what)
from (
    values
    (1, $$ select booking_v1.upsert_membership('oda', 'staff') $$, '409 in_use p_subject', 'as staff'),
    (2, $$ select booking_v1.upsert_membership('oda', 'admin') $$, '409 in_use p_subject', 'as an admin'),
    (3, $$ select booking_v1.delete_membership('oda') $$, '409 in_use p_subject', 'not at all'),
    (4, $$ select booking_v1.upsert_membership('oda', 'owner') $$, 'no error', 'as what they are'),
    (5, $$ select booking_v1.upsert_membership('ada', 'owner') $$, 'no error', 'another one'),
    (6, $$ select booking_v1.upsert_membership('oda', 'admin') $$, 'no error', 'then the first need not')
) as m (position, statement, error, what)
order by m.position;

select * from finish();
rollback;
