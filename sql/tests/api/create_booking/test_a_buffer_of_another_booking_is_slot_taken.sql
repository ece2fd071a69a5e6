begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set slot_interval = '00:15', buffer_after = '00:15'
where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is(pg_temp.answer(o), 'failed slot_taken 409', 'right after it, there is something to clear up')
from pg_temp.book('2026-06-08T09:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'then the chair is free')
from pg_temp.book('2026-06-08T09:15Z') as o;

select * from finish();
rollback;
