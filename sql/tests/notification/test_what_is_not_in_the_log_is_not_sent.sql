begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.dispatch();
create temporary table effect on commit drop as
select o.tenant_id, o.outbox_id
from booking.notification as n
join booking.outbox as o on o.tenant_id = n.tenant_id and o.key = n.notification_id::text
where n.kind = 'booking_confirmed' and n.customer_id = pg_temp.customer('Zoe');

select isnt(booking.email_content(e.tenant_id, e.outbox_id), null, 'a confirmation') from effect as e;
delete from booking.notification as n where n.kind = 'booking_confirmed';
select is(booking.email_content(e.tenant_id, e.outbox_id), null, 'of which nothing is known any more') from effect as e;

select * from finish();
rollback;
