begin;
select plan(4);
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

select * from finish();
rollback;
