begin;
\ir ../helpers/shop.sql
\ir ../helpers/reminders.sql
select plan(6);

call pg_temp.make_reminding_shop();
call pg_temp.set_policy('outbox_retention_days', '1');
call pg_temp.set_policy('reminders', '[10080]');
call pg_temp.have_appointment('Ada', '2026-06-09T08:00Z');
call pg_temp.have_appointment('Zoe', '2026-06-09T09:00Z');
select is(pg_temp.reminders_at('2026-06-02T09:00Z'), array['Ada 10080 min', 'Zoe 10080 min'], 'a week before');
update booking.notification as n set status = 'sent', sent_at = booking.now();
update booking.notification as n
set status = 'queued', sent_at = null
from booking.customer as c
where c.customer_id = n.customer_id and c.name = 'Zoe';

set local booking.now = '2026-06-08T09:00Z';
select is(booking.delete_old_messages(pg_temp.id('shop'), '2026-06-07T09:00Z', 10), 0, 'old as it is, it is about what comes');
select is(pg_temp.reminders_at('2026-06-08T09:00Z'), '{}', 'so nobody is told twice');
set local booking.now = '2026-06-09T10:00Z';
select is(booking.delete_old_messages(pg_temp.id('shop'), '2026-06-02T09:00Z', 10), 0, 'what is not old stays');
select booking.run_in_tenants('delete_finished_effects', 1000000)::text;
select results_eq(
    $$
        select c.name
        from booking.notification as n
        join booking.customer as c using (tenant_id, customer_id)
        where n.tenant_id = pg_temp.id('shop')
    $$,
    $$ values ('Zoe') $$, 'then it goes, but not what is still to be sent'
);
select is(pg_temp.reminders_at('2026-06-09T10:00Z'), '{}', 'and nobody is told again');

select * from finish();
rollback;
