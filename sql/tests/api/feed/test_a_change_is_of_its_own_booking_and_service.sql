begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada,Grace}');
update booking.service set requires_confirmation = true where service_id = pg_temp.id('Cut');
insert into booking.service (tenant_id, service_id, name, duration, slot_interval, buffer_before)
values (pg_temp.id('shop'), pg_temp.id('Massage'), 'Massage', '01:00', '01:00', '00:15');
-- hers: requested, confirmed, cancelled; his, of which more is known at the same version: booked, moved
call pg_temp.have_booking('hers', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('his', '2026-06-08T09:00Z', pg_temp.id('Grace'));
select booking_v1.reschedule_booking('moved', pg_temp.booking_of('his'), '2026-06-08T12:00Z')::text;
select booking_v1.confirm_booking('confirmed', pg_temp.booking_of('hers'))::text;
select booking_v1.cancel_booking('gone', pg_temp.booking_of('hers'))::text;
select booking.dispatch_events()::text;

select bag_eq(
    $$ select f.resource_ids, f.starts_at from booking_v1.feed() as f where f.change = 'free' $$,
    format(
        $$ values (array[%L]::uuid[], '2026-06-08T08:00Z'::timestamptz), (array[%L]::uuid[], '2026-06-08T09:00Z') $$,
        pg_temp.id('Ada'), pg_temp.id('Grace')
    ),
    'the time that came free is the last one that this booking had'
);
select is(
    (select count(*) from booking_v1.feed() as f where f.kind = 'booking'), 5::bigint, 'each event once, as of its service'
);

select * from finish();
rollback;
