begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
select booking_v1.upsert_webhook('https://example.org/all');
select booking_v1.upsert_webhook('https://example.org/new', array['booking.created']);
call pg_temp.have_brought('4711', '2026-06-08T08:00Z');
select booking.dispatch_events();

select results_eq(
    $$
        select w.url, o.payload ->> 'event_name'
        from booking.outbox as o
        join booking.webhook as w on w.webhook_id = (o.payload ->> 'webhook_id')::uuid
        where o.tenant_id = pg_temp.id('shop') and o.kind = 'webhook'
    $$,
    $$ values ('https://example.org/all', 'booking.imported') $$,
    'not those that wait for new bookings'
);
select is(
    (
        select m.message -> 'data' ->> 'status'
        from booking.outbox as o
        cross join lateral booking.webhook_message(o.tenant_id, o) as m (message)
        where o.tenant_id = pg_temp.id('shop') and o.kind = 'webhook'
    ),
    'confirmed', 'with how it is'
);

select * from finish();
rollback;
