begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(5);

call pg_temp.make_reminding_shop();
select isnt((pg_temp.book('2026-06-08T06:00Z')).status, null, 'so it is');
call pg_temp.have_appointment('Ada', '2026-06-08T07:00Z');
call pg_temp.have_appointment('Ben', '2026-06-08T08:00Z');
insert into booking.notification_preference (tenant_id, customer_id, channel, is_wanted)
select b.tenant_id, b.customer_id, 'email', false
from booking.booking as b
where b.booking_id = pg_temp.appointment_of('Ada');
set local booking.now = '2026-06-07T08:30Z';
select is(booking.run_in_tenants('queue_reminders', 1), 1, 'of three, one walked in, one said no');
select is(booking.run_in_tenants('queue_reminders', 1), 0, 'so there is no other');
select is(
    array(select n.occasion from booking.notification as n where n.booking_id = pg_temp.appointment_of('Ben')),
    array['1440 min'], 'it is the third'
);
select is_empty(
    $$ select from booking.notification as n where n.booking_id = pg_temp.appointment_of('Ada') $$, 'no is no'
);

select * from finish();
rollback;
