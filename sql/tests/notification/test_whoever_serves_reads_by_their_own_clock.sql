begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
select booking_v1.create_booking(
    'hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_id => pg_temp.customer('Zoe'), p_timezone => 'Asia/Tokyo'
)::text;
call pg_temp.dispatch();

select is(pg_temp.content_of('booking_confirmed') ->> 'time_zone', 'Asia/Tokyo', 'a customer by that of the booking');
select is(pg_temp.content_of('provider_booked') ->> 'time_zone', 'Europe/Berlin', 'whoever serves by that of the shop');
update booking.customer as c set time_zone = 'Europe/Lisbon' where c.name = 'Ada at work';
select is(pg_temp.content_of('provider_booked') ->> 'time_zone', 'Europe/Lisbon', 'or by their own');
update booking.tenant as t set language = 'de' where t.tenant_id = pg_temp.id('shop');
select is(pg_temp.content_of('provider_booked') ->> 'language', 'de', 'in the tenant''s language, if none is known');

select * from finish();
rollback;
