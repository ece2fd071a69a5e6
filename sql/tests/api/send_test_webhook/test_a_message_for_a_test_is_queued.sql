begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook(p_event_names => '{booking.cancelled}');

select is(s.delivery_id, pg_temp.message_id(), 'whatever it is told else')
from booking_v1.send_test_webhook(pg_temp.id('hook')) as s;
select is(
    (pg_temp.content(pg_temp.message_id()) ->> 'body')::jsonb,
    jsonb_build_object(
        'type', 'webhook.test', 'timestamp', '2026-06-01T05:00:00+00:00',
        'data', jsonb_build_object('tenant_id', pg_temp.id('shop'), 'webhook_id', pg_temp.id('hook'))
    ),
    'it says that it is one'
);
select is(
    pg_temp.error_of('select * from booking_v1.send_test_webhook(pg_temp.id(''none''))'), '404 not_found p_webhook_id',
    'to one that is there'
);

select * from finish();
rollback;
