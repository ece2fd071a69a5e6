begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.make_shop();
select booking_v1.create_booking(
    'hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_name => 'Zoe', p_customer_email => 'zoe@example.org'
)::text;
call pg_temp.have_booking('his', '2026-06-08T09:00Z');
select booking_v1.reschedule_booking('moved', pg_temp.booking_of('hers'), '2026-06-08T12:00Z')::text;
select booking_v1.cancel_booking('gone', pg_temp.booking_of('his'))::text;
select booking.dispatch_events()::text;
select booking.run_in_tenants('fill_timetable', 1000000)::text;

-- of a database in use, whose clock isn't this one
update booking.outbox as o set status = 'dropped' where o.status = 'dead';
update booking.outbox as o set due_at = booking.now() where o.due_at > booking.now();
update booking.alert as a set resolved_at = booking.now() where a.resolved_at is null;
select is_empty('select * from booking.doctor()', 'whatever was done to bookings');
set local role booking_monitor;
do $$ begin perform from booking.doctor(); end $$;
reset role;
select pass('a monitor may ask');
select is(has_function_privilege('service_role', 'booking.doctor()', 'execute'), false, 'applications may not');

select * from finish();
rollback;
