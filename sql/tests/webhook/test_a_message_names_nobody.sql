begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
select booking_v1.create_booking(
    'hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_name => 'Zoe Zander', p_customer_email => 'zoe@example.org',
    p_notes => 'Zoe likes tea', p_answers => '{"allergy": "Zoe"}', p_metadata => '{"tag": "Zoe"}'
)::text;
select booking_v1.cancel_booking('gone', pg_temp.booking_of('hers'), p_reason => 'Zoe is ill')::text;

create temporary table message on commit drop as
select (pg_temp.content(pg_temp.message_id()) ->> 'body')::jsonb as body;
select is(
    m.body,
    jsonb_build_object(
        'type', 'booking.cancelled', 'timestamp', '2026-06-01T05:00:00+00:00',
        'data', jsonb_build_object(
            'tenant_id', pg_temp.id('shop'), 'booking_id', b.booking_id, 'version', 2, 'status', 'cancelled',
            'service_id', b.service_id, 'customer_id', b.customer_id, 'resource_ids', array[pg_temp.id('Ada')],
            'starts_at', '2026-06-08T08:00:00+00:00', 'ends_at', '2026-06-08T09:00:00+00:00',
            'time_zone', 'Europe/Berlin', 'party_size', 1, 'price', 0, 'currency', 'EUR', 'reschedule_count', 0
        )
    ),
    'the booking as it is now, by ids and facts'
)
from message as m
join booking.booking as b on b.tenant_id = pg_temp.id('shop');
select is(position('Zoe' in m.body::text), 0, 'and nothing that somebody typed') from message as m;

select * from finish();
rollback;
