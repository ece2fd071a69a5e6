begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
update booking.service as s set requires_confirmation = true where s.service_id = pg_temp.id('Cut');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
select set_config('test.token', f.token, true)
from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f;

create function pg_temp.said()
returns text
language sql
volatile
as $function$
    select array_to_string(array(
        select l.line
        from booking_v1.calendar(current_setting('test.token')) as c
        cross join lateral regexp_split_to_table(c, '\r\n') with ordinality as l (line, no)
        where l.line ~ '^(STATUS|TRANSP):'
        order by l.no
    ), ' ')
$function$;

select is(pg_temp.said(), 'STATUS:TENTATIVE TRANSP:OPAQUE', 'a request takes its time, and is one');
select booking_v1.confirm_booking('confirm', pg_temp.booking_of('hers'))::text;
select is(pg_temp.said(), 'STATUS:CONFIRMED TRANSP:OPAQUE', 'once it is confirmed, it is certain');
select booking_v1.cancel_booking('cancel', pg_temp.booking_of('hers'))::text;
select is(pg_temp.said(), 'STATUS:CANCELLED TRANSP:TRANSPARENT', 'what is cancelled takes no time');

select * from finish();
rollback;
