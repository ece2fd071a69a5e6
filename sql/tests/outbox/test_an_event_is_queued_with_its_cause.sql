begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
create temporary view events as
    select o.booking_id, o.status, o.due_at, o.payload ->> 'version' as version
    from booking.outbox as o
    where o.kind = 'event';

savepoint before;
call pg_temp.have_booking('a', '2026-06-08T09:00Z');
select results_eq(
    'select * from events',
    $$ values (pg_temp.booking_of('a'), 'queued', booking.now(), '1') $$,
    'a booking leaves one, due at once'
);
select booking_v1.cancel_booking('b', pg_temp.booking_of('a'))::text;
select bag_eq('select version from events', $$ values ('1'), ('2') $$, 'a change of it another');
select pg_temp.book(p_starts_at => '2026-06-08T09:30Z')::text;
select is((select count(*) from events), 2::bigint, 'a refusal none');
rollback to before;
select is_empty('select * from events', 'and what is rolled back never was');

select * from finish();
rollback;
