begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/zones.sql
select plan(4);

call pg_temp.make_shop();
call pg_temp.have_booking('over', '2026-06-08T07:00Z');
call pg_temp.have_booking('cancelled', '2026-06-08T12:00Z');
call pg_temp.have_booking('second', '2026-06-08T09:00Z');
call pg_temp.rules_change('over', '-1 hour');
call pg_temp.rules_change('cancelled', '-1 hour');
update booking.booking as b set status = 'cancelled' where b.booking_id = pg_temp.booking_of('cancelled');
-- 2:30 occurs twice that night; this is the later one
update booking.booking as b
set starts_at = '2026-10-25T01:30Z', ends_at = '2026-10-25T02:30Z', starts_local = '2026-10-25T02:30'
where b.booking_id = pg_temp.booking_of('second');
set local booking.now = '2026-06-08T06:00Z';
select is(booking.repair_time_zones(), 0, 'none is moved');
select is(
    (select b.starts_at from booking.booking as b where b.booking_id = pg_temp.booking_of('second')),
    '2026-10-25T01:30Z', 'the second of two half past twos is one'
);
call pg_temp.rules_change('second', '-2 hours');
select is(booking.repair_time_zones(), 1, 'but if it is neither');
select is(
    (select b.starts_at from booking.booking as b where b.booking_id = pg_temp.booking_of('second')),
    '2026-10-25T00:30Z', 'it is the first'
);

select * from finish();
rollback;
