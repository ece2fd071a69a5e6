begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/webhooks.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.have_webhook('another''s');
call pg_temp.run($$ select booking_v1.send_test_webhook(pg_temp.id('another''s')) $$);
call pg_temp.attempt('done', 204);
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.attempt('retry', 503, 'the receiver answered 503');
set local booking.now = '2026-06-01T06:00Z';
call pg_temp.attempt('done', 200);

select results_eq(
    $$
        select d.event_name, d.booking_id, d.attempt, d.attempted_at, d.http_status, d.duration, d.error, d.status
        from booking_v1.list_webhook_deliveries() as d
    $$,
    $$
        values
            (
                'booking.created', pg_temp.booking_of('hers'), 2, '2026-06-01T06:00Z'::timestamptz, 200,
                interval '0.25 seconds', null, 'done'
            ),
            (
                'booking.created', pg_temp.booking_of('hers'), 1, '2026-06-01T05:00Z', 503, '0.25 seconds',
                'the receiver answered 503', 'done'
            )
    $$,
    'latest first, and no other tenant''s'
);
select is(d.delivery_id, pg_temp.message_id(), 'by the id that the receiver sees')
from booking_v1.list_webhook_deliveries(p_limit => 1) as d;
select is(n.attempt, 1, 'a page after the other')
from booking_v1.list_webhook_deliveries(p_limit => 1) as d
cross join lateral booking_v1.list_webhook_deliveries(p_after => d.webhook_delivery_id) as n;
select is_empty(
    $$ select * from booking_v1.list_webhook_deliveries(pg_temp.id('another')) $$, 'of one webhook'
);
select is(
    pg_temp.error_of('select * from booking_v1.list_webhook_deliveries(p_after => pg_temp.id(''none''))'),
    '400 invalid_argument p_after', 'after one that is there'
);

select * from finish();
rollback;
