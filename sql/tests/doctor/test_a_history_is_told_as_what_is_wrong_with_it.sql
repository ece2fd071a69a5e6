begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('fine', '2026-06-08T08:00Z');
call pg_temp.have_booking('short', '2026-06-08T09:00Z');
call pg_temp.have_booking('none', '2026-06-08T10:00Z');
call pg_temp.have_booking('other', '2026-06-08T11:00Z');
select booking_v1.reschedule_booking('moved', pg_temp.booking_of('fine'), '2026-06-08T12:00Z')::text;
-- what came first need not lie first
with first as (
    delete from booking.booking_event as e
    where e.booking_id = pg_temp.booking_of('fine') and e.version = 1
    returning e.*
)

insert into booking.booking_event
select f.* from first as f;
set local enable_indexscan = off;
set local enable_bitmapscan = off;
select is_empty('select * from booking.find_broken_histories(pg_temp.id(''shop''))', 'events have an order of their own');

update booking.booking as b set version = 2 where b.booking_id = pg_temp.booking_of('short');
delete from booking.booking_event as e where e.booking_id = pg_temp.booking_of('none');
update booking.booking as b set price = 5 where b.booking_id = pg_temp.booking_of('other');
select bag_eq(
    'select f.subject, f.problem from booking.find_broken_histories(pg_temp.id(''shop'')) as f',
    $$
        values
        ('booking ' || pg_temp.booking_of('short'), 'is of version 2 and has 1 events'),
        ('booking ' || pg_temp.booking_of('none'), 'is of version 1 and has 0 events'),
        ('booking ' || pg_temp.booking_of('other'), 'is not what its events give')
    $$,
    'each in its words'
);

select * from finish();
rollback;
