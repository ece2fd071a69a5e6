begin;
select plan(1);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
create temporary table before on commit drop as
select to_jsonb(b) as booking from booking_v1.get_booking(pg_temp.booking_of('first')) as b;
call pg_temp.run($$
    select booking_v1.upsert_service('Cut', '02:00', p_price => 99, p_buffer_after => '00:30', p_service_id => pg_temp.id('Cut'))
$$);
select is(to_jsonb(b), f.booking, 'it is as it was')
from before as f
cross join booking_v1.get_booking(pg_temp.booking_of('first')) as b;

select * from finish();
rollback;
