begin;
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/messages.sql
select plan(9);
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
select booking.enqueue(pg_temp.id('other'), array[('event', null, '{"version": "a second"}', null)::booking.effect]);
create view pg_temp.alerted as
select a.source, a.message, a.count, a.resolved_at is null as is_open
from booking.alert as a
where a.code = 'tenant_failed';

select is(booking.dispatch_events(), 1, 'the others are served');
select bag_eq(
    'select * from pg_temp.told()', '{booking_confirmed to Zoe,provider_booked to Ada at work}'::text[],
    'whose people are told'
);
select results_eq(
    'table alerted',
    $$
        values (
            'dispatch_events of tenant ' || pg_temp.id('other'),
            '22P02: invalid input syntax for type integer: "a second"', 1, true
        )
    $$,
    'and so is whoever can mend it'
);
set local booking.now = '2026-06-01T05:00:10Z';
select is(booking.dispatch_events(), 0, 'it rests');
select is((select a.count from alerted as a), 1, 'for some seconds');
set local booking.now = '2026-06-01T05:00:11Z';
select is(booking.dispatch_events(), 0, 'and is tried again');
select is((select a.count from alerted as a), 2, 'in vain');
update booking.outbox as o set payload = '{"version": 1}' where o.tenant_id = pg_temp.id('other');
set local booking.now = '2026-06-01T05:00:30Z';
select is(booking.dispatch_events(), 1, 'until it is mended: nothing was lost');
select is((select a.is_open from alerted as a), false, 'and the alert is closed');

select * from finish();
rollback;
