begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
select booking_v1.create_booking(
    'a', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_name => 'Zenobia', p_customer_email => 'z@example.org'
);

select f.token into temp table made
from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f;

create function pg_temp.calendar_of_ada()
returns text
language sql
stable
as $function$
    select booking_v1.calendar(m.token) from pg_temp.made as m
$function$;

select matches(pg_temp.calendar_of_ada(), 'SUMMARY:Cut\r\n', 'what it is');
select doesnt_match(pg_temp.calendar_of_ada(), 'Zenobia|z@example.org', 'and not for whom');
call pg_temp.set_policy('calendar_feed_shows_names', 'true');
select matches(pg_temp.calendar_of_ada(), 'SUMMARY:Cut – Zenobia\r\n', 'unless the tenant wants it');
select doesnt_match(pg_temp.calendar_of_ada(), 'z@example.org', 'and then the name alone');
update pg_temp.made as m
set token = f.token
from booking.booking as b
cross join lateral booking_v1.create_calendar_feed(p_customer_id => b.customer_id) as f
where b.tenant_id = pg_temp.id('shop');
select matches(booking_v1.calendar(m.token), 'SUMMARY:Cut\r\n', 'a customer knows whose bookings theirs are')
from pg_temp.made as m;

select * from finish();
rollback;
