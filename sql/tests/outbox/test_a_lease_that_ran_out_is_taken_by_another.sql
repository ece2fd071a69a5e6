begin;
select plan(6);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{a}');
call pg_temp.have_leased();
create temporary table first as select o.tenant_id, o.outbox_id, o.lease_id from booking.outbox as o;

set local booking.now = '2026-06-01T05:00:59Z';
select is(pg_temp.lease(), '{}', 'until its end it is one worker''s');
set local booking.now = '2026-06-01T05:01:00Z';
select is(pg_temp.lease(), '{a}', 'then another''s');
select is(
    (select booking.report_outbox(f.tenant_id, f.outbox_id, f.lease_id, 'done') from first as f), null,
    'who comes too late is told so'
);
select is(pg_temp.state('a'), 'leased 2', 'and has changed nothing');
select is(pg_temp.report('a', 'done'), 'done', 'the other one is heard');
select is(pg_temp.state('a'), 'done 2', 'and it is done');

select * from finish();
rollback;
