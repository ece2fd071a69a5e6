begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop();
call pg_temp.have_booking('past', '2026-06-08T07:00Z');
call pg_temp.have_booking('cancelled', '2026-06-08T12:00Z');
call pg_temp.have_booking('ahead', '2026-06-08T13:00Z');
call pg_temp.run($$ select booking_v1.cancel_booking('c', pg_temp.booking_of('cancelled')) $$);
call pg_temp.run($$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08') $$);
call pg_temp.run($$ update booking.booking set status = 'pending' where booking_id = pg_temp.booking_of('ahead') $$);

select is(pg_temp.conflicts(), 'past time_off, ahead time_off', 'those to come, pending ones, too');
set local booking.now = '2026-06-08T07:00Z';
select is(pg_temp.conflicts(), 'past time_off, ahead time_off', 'one that begins now');
set local booking.now = '2026-06-08T07:00:01Z';
select is(pg_temp.conflicts(), 'ahead time_off', 'not one that has begun');
select is(pg_temp.conflicts($$ '2026-06-08' $$), 'past time_off, ahead time_off', 'unless it is asked for');

select * from finish();
rollback;
