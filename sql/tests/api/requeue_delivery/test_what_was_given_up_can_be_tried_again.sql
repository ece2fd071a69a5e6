begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/empty_outbox.sql
\ir ../../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{a}');
call pg_temp.have_leased();
create temporary table known as select o.outbox_id as id from booking.outbox as o;
select throws_ok(
    'select booking_v1.requeue_delivery(k.id) from known as k', 'PT409', 'invalid_transition',
    'not while a worker is at it'
);
call pg_temp.have_reported('a', 'dead', 'no such address');

set local booking.now = '2026-06-02T05:00Z';
select lives_ok('select booking_v1.requeue_delivery(k.id) from known as k', 'but when it is dead');
select is(pg_temp.state('a'), 'queued 0', 'it begins anew');
select is(pg_temp.lease(), '{a}', 'at once');
select is((select o.outbox_id from booking.outbox as o), (select k.id from known as k), 'under the key it had');
select throws_ok(
    'select booking_v1.requeue_delivery(gen_random_uuid())', 'PT404', 'not_found', 'what is not there is not found'
);

select * from finish();
rollback;
