begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.have_webhook('another''s');
call pg_temp.make_shop();
call pg_temp.have_webhook('all');
call pg_temp.have_webhook('cancellations', '{booking.cancelled}');
call pg_temp.have_webhook('silent', p_is_active => false);
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
select booking_v1.reschedule_booking('moved', pg_temp.booking_of('hers'), '2026-06-08T10:00Z')::text;
select booking_v1.cancel_booking('gone', pg_temp.booking_of('hers'))::text;

create temporary view told as
    select right(w.url, -20) as name, o.payload ->> 'event_name' as event_name, (o.payload ->> 'version')::integer as version
    from booking.outbox as o
    join booking.webhook as w on w.webhook_id = (o.payload ->> 'webhook_id')::uuid
    where o.tenant_id in (pg_temp.id('shop'), pg_temp.id('other')) and o.kind = 'webhook';
select isnt(booking.dispatch_events(), 0, 'what happened is dispatched');
select bag_eq(
    'select t.name, t.event_name, t.version from told as t',
    $$
        values
            ('all', 'booking.created', 1), ('all', 'booking.rescheduled', 2), ('all', 'booking.cancelled', 3),
            ('cancellations', 'booking.cancelled', 3)
    $$,
    'each to those who asked for it, and to nobody else'
);
select is(
    booking.webhook_events(
        pg_temp.id('shop'),
        array(
            select e
            from booking.booking_event as e
            where e.tenant_id = pg_temp.id('shop')
        )
    ),
    0,
    'once, also if it is dispatched twice'
);

select * from finish();
rollback;
