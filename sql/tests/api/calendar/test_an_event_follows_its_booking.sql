begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.have_booking('a', '2026-06-08T08:00Z');
select f.token into temp table made
from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f;

create function pg_temp.property(p_name text)
returns text
language sql
volatile
as $function$
    select (regexp_match(booking_v1.calendar(m.token), p_name || ':([^\r]*)\r\n'))[1]
    from pg_temp.made as m
$function$;

select is(pg_temp.property('DTSTART'), '20260608T080000Z', 'its start, in UTC');
select is(pg_temp.property('UID'), booking.calendar_uid(pg_temp.booking_of('a')), 'its name');
select is(pg_temp.property('SEQUENCE'), '1', 'its version');
call pg_temp.run($$ select booking_v1.reschedule_booking('b', pg_temp.booking_of('a'), '2026-06-08T10:00Z') $$);
select is(
    concat_ws(' ', pg_temp.property('UID'), pg_temp.property('SEQUENCE'), pg_temp.property('DTSTART')),
    booking.calendar_uid(pg_temp.booking_of('a')) || ' 2 20260608T100000Z', 'moved: the same name, a later version'
);
select is(pg_temp.property('STATUS'), 'CONFIRMED', 'it is confirmed');
call pg_temp.run($$ select booking_v1.cancel_booking('c', pg_temp.booking_of('a')) $$);
select is(pg_temp.property('STATUS'), 'CANCELLED', 'and cancelled, which stays visible');

select * from finish();
rollback;
