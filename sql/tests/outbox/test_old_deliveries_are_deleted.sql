begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.make_shop('patient', p_people => '{Bea}', p_service => 'Shave');
call pg_temp.set_policy('outbox_retention_days', 'null');
call pg_temp.queue('{kept}', 'patient');
call pg_temp.enter_shop('shop');
call pg_temp.set_policy('outbox_retention_days', '30');
call pg_temp.queue('{done,dropped,dead,queued}');
call pg_temp.have_leased();
call pg_temp.have_reported('done', 'done');
call pg_temp.have_reported('dropped', 'dropped');
call pg_temp.have_reported('dead', 'dead');
call pg_temp.have_reported('queued', 'retry');
call pg_temp.have_reported('kept', 'done');
set local booking.now = '2026-06-02T05:00Z';
call pg_temp.queue('{younger}');
call pg_temp.have_leased();
call pg_temp.have_reported('younger', 'done');
call pg_temp.have_reported('queued', 'retry');
set local booking.now = '2026-07-01T05:00:01Z';

select is(booking.run_in_tenants('delete_finished_effects', 1), 1, 'as many as it is asked to');
select is(booking.run_in_tenants('delete_finished_effects', 1000000), 2, 'then the rest');
select bag_eq(
    'select o.key from booking.outbox as o', $$ values ('kept'), ('queued'), ('younger') $$,
    'what is younger stays, what is still to be done, and what never grows old'
);

select * from finish();
rollback;
