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
    'select booking_v1.dismiss_delivery(k.id) from known as k', 'PT409', 'invalid_transition',
    'not while a worker is at it'
);
call pg_temp.have_reported('a', 'dead', 'no such address');
select lives_ok('select booking_v1.dismiss_delivery(k.id) from known as k', 'but when it is dead');
select is(pg_temp.state('a'), 'dropped 1 no such address', 'it is dropped, and says why');
select is(pg_temp.lease(), '{}', 'and not tried again');
select throws_ok(
    'select booking_v1.dismiss_delivery(k.id) from known as k', 'PT409', 'invalid_transition', 'once is all'
);
select throws_ok(
    'select booking_v1.dismiss_delivery(gen_random_uuid())', 'PT404', 'not_found', 'what is not there is not found'
);

select * from finish();
rollback;
