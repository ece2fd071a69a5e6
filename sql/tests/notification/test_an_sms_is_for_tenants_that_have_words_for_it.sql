begin;
select plan(9);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();
select booking_v1.create_booking(
    'hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_phone => '+49 30 123', p_customer_name => 'Zoe'
)::text;
select booking.dispatch_events()::text;
create view pg_temp.log as
    select n.kind, n.channel
    from booking.notification as n
    where n.tenant_id = pg_temp.id('shop');
select is_empty('select * from log', 'there are no words of our own');

select booking_v1.upsert_message_template(
    p_kind => 'booking_confirmed', p_channel => 'sms', p_language => 'en', p_subject => null,
    p_text_body => '{{ service_name }}: {{ when }}', p_html_body => null
)::text;
select booking_v1.create_booking(
    'his', pg_temp.id('Cut'), '2026-06-08T09:00Z', p_customer_phone => '+49 30 123', p_customer_name => 'Zoe',
    p_customer_email => 'zoe@example.org'
)::text;
select booking.dispatch_events()::text;
select bag_eq(
    'select n.channel, n.kind from log as n',
    $$ values ('email', 'booking_confirmed'), ('sms', 'booking_confirmed') $$, 'but the tenant''s are used'
);
create temporary table message on commit drop as
select booking.text_content(o.tenant_id, o.outbox_id) as content
from booking.outbox as o
where o.tenant_id = pg_temp.id('shop') and o.kind = 'sms';
select is(m.content ->> 'to', '+49 30 123', 'sent to the number') from message as m;
select is(m.content #>> '{template,text_body}', '{{ service_name }}: {{ when }}', 'in these words') from message as m;
update booking.message_template as m set language = 'fr' where m.channel = 'sms';
select is(booking.text_content(o.tenant_id, o.outbox_id), null, 'not, where there are none that they read')
from booking.outbox as o
where o.tenant_id = pg_temp.id('shop') and o.kind = 'sms';
select booking_v1.upsert_message_template(
    p_kind => m.kind, p_channel => m.channel, p_language => 'en', p_subject => null, p_text_body => 'x',
    p_html_body => null
)::text
from (values ('booking_confirmed', 'sms'), ('booking_cancelled', 'push')) as m (kind, channel);
select booking_v1.cancel_booking('gone', pg_temp.booking_of('his'))::text;
select is(booking.text_content(o.tenant_id, o.outbox_id), null, 'and not, where the booking is no more')
from booking.outbox as o
where o.tenant_id = pg_temp.id('shop') and o.kind = 'sms';
select booking.dispatch_events()::text;
select is(
    (select array_agg(n.channel) from log as n where n.kind = 'booking_cancelled'), '{email}',
    'words of another kind or channel are none'
);

call pg_temp.run($$
    select booking_v1.upsert_message_template('reminder', 'en', '', '{{ when }}', p_channel => 'sms')
$$);
select is(
    (select array_agg(m.subject) from booking.message_template as m where m.kind = 'reminder'), '{null}',
    'an empty subject is none, for the command line has no other'
);
select is(
    (select p.subject from booking_v1.preview_message('reminder', 'en', '', 'x', p_channel => 'sms') as p), null,
    'also in what is only tried'
);

select * from finish();
rollback;
