begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada,Grace}');
update booking.service set buffer_before = '00:10', buffer_after = '00:05' where service_id = pg_temp.id('Cut');
update booking.weekly_hours set start_time = '08:00', end_time = '18:00' where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('a', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.run($$ select booking_v1.reschedule_booking('b', pg_temp.booking_of('a'), '2026-06-08T10:00Z', pg_temp.id('Grace')) $$);
call pg_temp.run($$ select booking_v1.cancel_booking('c', pg_temp.booking_of('a')) $$);
select is((select count(*) from booking_v1.feed()), 0::bigint, 'nothing before it is dispatched');
call pg_temp.run($$ select booking.dispatch_events() $$);

select results_eq(
    $$ select f.kind, f.change, f.resource_ids, f.starts_at, f.ends_at, f.version from booking_v1.feed() as f $$,
    format(
        $$ values
        ('availability', 'taken', array[%1$L]::uuid[], '2026-06-08T07:50Z'::timestamptz,
            '2026-06-08T09:05Z'::timestamptz, null::integer),
        ('booking', 'created', array[%1$L]::uuid[], '2026-06-08T08:00Z', '2026-06-08T09:00Z', 1),
        ('availability', 'free', array[%1$L]::uuid[], '2026-06-08T07:50Z', '2026-06-08T09:05Z', null),
        ('availability', 'taken', array[%2$L]::uuid[], '2026-06-08T09:50Z', '2026-06-08T11:05Z', null),
        ('booking', 'rescheduled', array[%2$L]::uuid[], '2026-06-08T10:00Z', '2026-06-08T11:00Z', 2),
        ('availability', 'free', array[%2$L]::uuid[], '2026-06-08T09:50Z', '2026-06-08T11:05Z', null),
        ('booking', 'cancelled', array[%2$L]::uuid[], '2026-06-08T10:00Z', '2026-06-08T11:00Z', 3) $$,
        pg_temp.id('Ada'), pg_temp.id('Grace')
    ),
    'what came free, what was taken, and why'
);
select is(
    (select array_agg(distinct f.booking_id) from booking_v1.feed() as f where f.kind = 'availability'),
    array[null]::uuid[], 'availability is about nobody'
);
select is(booking.dispatch_events(), 0, 'once');

select * from finish();
rollback;
