begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/messages.sql
call pg_temp.make_shop(p_people => '{Ada,Bob}');
call pg_temp.have_people();
select booking_v1.upsert_customer('Yan', 'yan@example.com')::text;
select booking_v1.upsert_service('Massage', '01:00', array[pg_temp.id('Bob')], p_slot_interval => '01:00')::text;
select booking_v1.create_booking(
    b.key, s.service_id, b.starts_at::timestamptz, p_customer_id => pg_temp.customer(b.customer),
    p_resource_id => pg_temp.id(b.resource)
)::text
from (
    values ('hers', 'Zoe', 'Cut', 'Ada', '2026-06-08T08:00Z'), ('his', 'Yan', 'Massage', 'Bob', '2026-06-08T09:00Z')
) as b (key, customer, service, resource, starts_at)
join booking.service as s on s.tenant_id = pg_temp.id('shop') and s.name = b.service;
set local booking.now = '2026-06-02T05:00Z';
select booking_v1.reschedule_booking('moved', pg_temp.booking_of('his'), '2026-06-08T10:00Z')::text;

create function pg_temp.lines_of(p_token text, p_name text)
returns text[]
language sql
as $function$
    select array_agg(l[1])
    from regexp_matches(
        replace(booking_v1.calendar(p_token), E'\r\n ', ''), '\r\n' || p_name || ':([^\r]*)', 'g'
    ) as l
$function$;

create temporary table made on commit drop as
select f.token as zoe, g.token as bob
from booking_v1.create_calendar_feed(p_customer_id => pg_temp.customer('Zoe')) as f
cross join booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Bob')) as g;

select is(pg_temp.lines_of(m.zoe, 'UID'), array[booking.calendar_uid(pg_temp.booking_of('hers'))], 'hers, and no other')
from made as m;
select is(
    pg_temp.lines_of(m.zoe, 'SUMMARY') || pg_temp.lines_of(m.zoe, 'DESCRIPTION'), '{Cut,Ada}', 'what it is, and with whom'
)
from made as m;
select is(
    pg_temp.lines_of(m.bob, 'UID'), array[booking.calendar_uid(pg_temp.booking_of('his'))],
    'and one entry of what was moved'
)
from made as m;
call pg_temp.set_policy('calendar_feed_shows_names', 'true');
select is(
    pg_temp.lines_of(m.bob, 'SUMMARY') || pg_temp.lines_of(m.bob, 'NAME'), '{Massage – Yan,Bob – shop}',
    'for whom, and whose calendar it is'
)
from made as m;
select is(pg_temp.lines_of(m.bob, 'DTSTAMP'), '{20260602T050000Z}', 'as of the move') from made as m;

select * from finish();
rollback;
