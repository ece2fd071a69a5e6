begin;
select plan(10);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/messages.sql
call pg_temp.make_shop(p_people => '{Ada,Bob}');
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z', 'Ada');
call pg_temp.zoe_books('hers too', '2026-06-08T08:00Z', 'Bob');
call pg_temp.dispatch();
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'ada', 'staff', booking.now());
insert into booking.membership_resource (tenant_id, subject, resource_id)
values (pg_temp.id('shop'), 'ada', pg_temp.id('Ada'));
update booking.customer as c set subject = 'zoe' where c.tenant_id = pg_temp.id('shop') and c.name = 'Zoe';

select is((select count(*) from booking_v1.list_notifications()), 4::bigint, 'an application sees all');
select is(
    (select count(*) from booking_v1.list_notifications(p_booking_id => pg_temp.booking_of('hers'))), 2::bigint,
    'or those about a booking'
);
select is(
    (select count(*) from booking_v1.list_notifications(p_customer_id => pg_temp.customer('Zoe'))), 2::bigint,
    'or those to somebody'
);
select is(
    pg_temp.error_of_call('list_notifications', $$ p_after => gen_random_uuid() $$), '400 invalid_argument p_after',
    'after none that there is'
);
select is(
    (
        select count(*)
        from booking_v1.list_notifications(p_limit => 3) as n
        cross join lateral booking_v1.list_notifications(p_after => n.notification_id)
    ),
    6::bigint, 'page by page'
);
select is((select count(*) from booking_v1.list_notifications(p_status => 'sent')), 0::bigint, 'none is sent yet');
select is(
    pg_temp.error_of_call('list_notifications', $$ p_status => 'done' $$), '400 invalid_argument p_status',
    'a status that there is not'
);
call pg_temp.set_policy('staff_sees_all_bookings', 'false');
set local request.jwt.claims = '{"role": "authenticated", "sub": "ada"}';
select is((select count(*) from booking_v1.list_notifications()), 2::bigint, 'staff, those about their own bookings');
select is(
    pg_temp.error_of_call('list_notifications', format('p_after => %L', n.notification_id)),
    '400 invalid_argument p_after', 'nor after one that they don''t see'
)
from booking.notification as n
where n.booking_id = pg_temp.booking_of('hers too')
limit 1;
set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';
select set_eq(
    $$ select n.kind from booking_v1.list_notifications() as n $$, array['booking_confirmed'],
    'customers, those to them'
);

select * from finish();
rollback;
