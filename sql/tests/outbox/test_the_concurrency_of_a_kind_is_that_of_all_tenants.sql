begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');
update booking.outbox_kind as k
set concurrency = 3
where k.kind = 'test';
call pg_temp.queue('{a,b}');
-- what waits takes no room
call pg_temp.queue('{f,g}', p_due_at => '2026-06-02T05:00Z');
call pg_temp.queue('{c,d,e}', 'other');

select is(cardinality(pg_temp.lease(2)), 2, 'as many as are asked for');
select is(cardinality(pg_temp.lease()), 1, 'as far as there is room');
select is(pg_temp.lease(), '{}', 'and then none');
set local booking.now = '2026-06-01T05:01Z';
select is(cardinality(pg_temp.lease()), 3, 'leases that ran out take no room');

select * from finish();
rollback;
