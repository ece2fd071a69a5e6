begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
select isnt_empty($$ select pg_temp.starts('2026-06-08', '2026-06-09') $$, 'there are slots');
call pg_temp.run($$
    select booking_v1.upsert_resource('Ada', 'staff', p_is_active => false, p_resource_id => pg_temp.id('Ada'))
$$);

select is_empty($$ select pg_temp.starts('2026-06-08', '2026-06-09') $$, 'and then there are none');
select is(b.status, 'confirmed', 'the booking stays')
from booking_v1.get_booking(pg_temp.booking_of('first')) as b;

select * from finish();
rollback;
