begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name) values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe');
select booking_v1.create_booking(
    'hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_id => pg_temp.id('Zoe')
)::text;
create temporary table feed (whose, token) on commit drop as
select 'whoever serves', f.token from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f
union all
select 'a customer', f.token from booking_v1.create_calendar_feed(p_customer_id => pg_temp.id('Zoe')) as f;

set local booking.now = '2026-09-06T07:59Z';
select alike(booking_v1.calendar(f.token), '%BEGIN:VEVENT%', f.whose || ' sees 90 days back') from feed as f;
set local booking.now = '2026-09-06T08:00Z';
select unalike(booking_v1.calendar(f.token), '%BEGIN:VEVENT%', f.whose || ' sees no more') from feed as f;

select * from finish();
rollback;
