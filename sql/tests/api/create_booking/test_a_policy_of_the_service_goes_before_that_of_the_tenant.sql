begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('minimum_booking_notice_hours', '48');
call pg_temp.set_policy('minimum_booking_notice_hours', '1', pg_temp.id('Cut'));
set local booking.now = '2026-06-08T07:00Z';

select is(pg_temp.answer(o), 'completed 200', 'an hour is enough')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
