begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set requires_confirmation = true where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is(pg_temp.answer(o), 'failed slot_taken 409', 'nobody else gets it meanwhile')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
