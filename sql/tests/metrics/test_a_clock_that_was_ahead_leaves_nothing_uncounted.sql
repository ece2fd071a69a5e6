begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
delete from booking.operation_count;
update booking.operation_counted as c set until = '2026-06-02T05:00Z'; -- a day ahead

select is(booking.count_operations(), 0, 'there is nothing to count yet');
set local booking.now = '2026-06-01T05:00:30Z';
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
set local booking.now = '2026-06-01T05:03Z';
select is(booking.count_operations(), 3, 'but what happens after the clock was set right');
select is((select c.count from booking.operation_count as c where c.command = 'create_booking'), 1::bigint, 'is');

select * from finish();
rollback;
