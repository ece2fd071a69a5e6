begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/reminders.sql
\ir ../helpers/messages.sql

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
call pg_temp.have_appointment('Ben', '2026-06-08T09:00Z');
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), array['Ada 1440 min'], 'hers waits for a worker');
create temporary table later on commit drop as
select n.* from booking.notification as n where n.kind = 'reminder';
update later as l
set notification_id = gen_random_uuid(), occasion = 'later', created_at = l.created_at + interval '1 minute';

create function pg_temp.content_for_ada() returns jsonb language sql
as $function$
    select booking.email_content(o.tenant_id, o.outbox_id)
    from booking.outbox as o
    where o.kind = 'email' and o.payload ->> 'booking_id' = pg_temp.appointment_of('Ada')::text
    order by o.created_at desc
    limit 1
$function$;

-- each is like hers but for one thing
insert into booking.notification
select (jsonb_populate_record(l, jsonb_build_object('notification_id', gen_random_uuid()) || d.difference)).*
from later as l
cross join (
    values
    (jsonb_build_object('booking_id', pg_temp.appointment_of('Ben'))),
    (jsonb_build_object('customer_id', pg_temp.customer('Ben'))),
    ('{"kind": "booking_confirmed"}'), ('{"channel": "sms"}'), ('{"about_starts_at": "2026-06-08T10:00Z"}'),
    ('{"occasion": "earlier", "created_at": "2026-06-07T07:00Z"}')
) as d (difference);

select isnt(
    pg_temp.content_for_ada(),
    null, 'of another booking, reader, kind, channel or time, or earlier: none says the same'
);
insert into booking.notification select l.* from later as l;
select is(
    pg_temp.content_for_ada(),
    null, 'and one that is like it does'
);

select * from finish();
rollback;
