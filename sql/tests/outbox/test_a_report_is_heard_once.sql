begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{a}');
call pg_temp.have_leased();
create temporary table mine as select o.tenant_id, o.outbox_id, o.lease_id from booking.outbox as o;

select is((select booking.report_outbox(m.tenant_id, m.outbox_id, m.lease_id, 'done') from mine as m), 'done', 'once');
select is(
    (select booking.report_outbox(m.tenant_id, m.outbox_id, m.lease_id, 'retry') from mine as m), null, 'not twice'
);
select is(pg_temp.state('a'), 'done 1', 'so what is done stays done');

select * from finish();
rollback;
