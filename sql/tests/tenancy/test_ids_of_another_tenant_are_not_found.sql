begin;
select plan(14);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
create temporary table mine on commit drop as
select pg_temp.booking_of('first') as booking_id;
call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');

select throws_ok(
    $$ select o.* from mine as m cross join booking_v1.cancel_booking('k1', m.booking_id) as o $$,
    'PT404', 'not_found', 'a booking is not to be cancelled'
);
select throws_ok(
    $$ select o.* from mine as m cross join booking_v1.confirm_booking('k2', m.booking_id) as o $$,
    'PT404', 'not_found', 'nor confirmed'
);
select throws_ok(
    $$
        select o.*
        from mine as m cross join booking_v1.reschedule_booking('k3', m.booking_id, '2026-06-08T10:00Z') as o
    $$,
    'PT404', 'not_found', 'nor moved'
);
select throws_ok(
    $$ select o.* from mine as m cross join booking_v1.booking_history(m.booking_id) as o $$,
    'PT404', 'not_found', 'its history is not read'
);
select throws_ok(
    $$
        select o.*
        from mine as m cross join booking_v1.create_booking('k4', pg_temp.id('Cut'), '2026-06-08T10:00Z') as o
    $$,
    'PT404', 'not_found', 'a service is not booked'
);
select throws_ok(
    $$
        select o.*
        from mine as m cross join booking_v1.available_slots(pg_temp.id('Cut'), '2026-06-08', '2026-06-09') as o
    $$,
    'PT404', 'not_found', 'nor listed'
);
select throws_ok(
    $$
        select o.*
        from mine as m cross join booking_v1.slot_calendar(pg_temp.id('Cut'), '2026-06-08', '2026-06-09') as o
    $$,
    'PT404', 'not_found', 'in no calendar'
);
select throws_ok(
    $$
        select o.*
        from mine as m cross join booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T10:00Z') as o
    $$,
    'PT404', 'not_found', 'nor explained'
);
select throws_ok(
    $$
        select o.*
        from mine as m cross join booking_v1.effective_policies(pg_temp.id('Cut')) as o
    $$,
    'PT404', 'not_found', 'its policies are not shown'
);
select throws_ok(
    $$
        select s.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('Ada')], 1, '2026-06-08', '2026-06-09', '01:00') as s
    $$,
    'PT404', 'not_found', 'a person is not looked up'
);
select is(pg_temp.answer(o), 'failed no_resource 400', 'nor booked')
from booking_v1.create_booking(
    'k5', pg_temp.id('Massage'), '2026-06-08T10:00Z', p_resource_id => pg_temp.id('Ada')
) as o;
select is_empty(
    $$ select g.booking_id from mine as m cross join booking_v1.get_booking(m.booking_id) as g $$,
    'nothing is read'
);
select is_empty($$ select b.booking_id from booking_v1.list_bookings() as b $$, 'nothing is listed');
select is(b.status, 'confirmed', 'and the booking is as it was')
from mine as m
join booking.booking as b on b.booking_id = m.booking_id;

select * from finish();
rollback;
