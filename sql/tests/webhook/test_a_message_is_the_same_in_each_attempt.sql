begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

create temporary table first_attempt on commit drop as
select m.id, pg_temp.content(m.id) as content
from (select pg_temp.message_id() as id) as m;
set local booking.now = '2026-06-01T06:00Z';
call pg_temp.have_booking('another', '2026-06-08T12:00Z');
select booking_v1.reschedule_booking('moved', pg_temp.booking_of('hers'), '2026-06-08T10:00Z')::text;

select is(pg_temp.content(f.id) ->> 'body', f.content ->> 'body', 'whatever has happened since')
from first_attempt as f;
select is(f.content #>> '{headers,webhook-id}', f.id::text, 'with one id') from first_attempt as f;
select isnt(
    pg_temp.content(f.id) #>> '{headers,webhook-timestamp}', f.content #>> '{headers,webhook-timestamp}',
    'and the time of the attempt'
)
from first_attempt as f;

select * from finish();
rollback;
