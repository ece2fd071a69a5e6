begin;
select plan(1);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop(p_people => '{Ada,Bob,Cy}');
call pg_temp.have_people();
call pg_temp.zoe_books('with Ada', '2026-06-08T08:00Z', 'Ada');
call pg_temp.zoe_books('with Bob', '2026-06-08T08:00Z', 'Bob');
select booking_v1.reschedule_booking('moved', pg_temp.booking_of('with Ada'), '2026-06-08T10:00Z')::text;
select booking_v1.cancel_booking('gone', pg_temp.booking_of('with Bob'))::text;
-- all at once, as after a pause of the worker
call pg_temp.dispatch();

select bag_eq(
    $$
        select n.kind || ' to ' || c.name, n.booking_id
        from booking.notification as n
        join booking.customer as c on c.tenant_id = n.tenant_id and c.customer_id = n.customer_id
        where n.tenant_id = pg_temp.id('shop')
    $$,
    $$
        values
            ('booking_confirmed to Zoe', pg_temp.booking_of('with Ada')),
            ('provider_booked to Ada at work', pg_temp.booking_of('with Ada')),
            ('booking_rescheduled to Zoe', pg_temp.booking_of('with Ada')),
            ('provider_rescheduled to Ada at work', pg_temp.booking_of('with Ada')),
            ('booking_confirmed to Zoe', pg_temp.booking_of('with Bob')),
            ('provider_booked to Bob at work', pg_temp.booking_of('with Bob')),
            ('booking_cancelled to Zoe', pg_temp.booking_of('with Bob')),
            ('provider_cancelled to Bob at work', pg_temp.booking_of('with Bob'))
    $$,
    'each event to its customer and its provider, and nobody else'
);

select * from finish();
rollback;
