begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/zones.sql
select plan(3);

call pg_temp.make_shop();
call pg_temp.have_booking('first', '2026-06-08T07:00Z');
-- 2:30 is skipped that night, which nobody knew when it was promised
update booking.booking as b
set starts_at = '2027-03-28T00:30Z', ends_at = '2027-03-28T01:30Z', starts_local = '2027-03-28T02:30'
where b.booking_id = pg_temp.booking_of('first');

select is(booking.repair_time_zones(), 1, 'its time is no more');
select is(
    (select b.starts_at from booking.booking as b where b.booking_id = pg_temp.booking_of('first')),
    '2027-03-28T01:30Z', 'so it is half past three'
);
select is(booking.repair_time_zones(), 0, 'and that is final');

select * from finish();
rollback;
