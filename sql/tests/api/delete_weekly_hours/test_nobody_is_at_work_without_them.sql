begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
call pg_temp.run($$
    select booking_v1.delete_weekly_hours(h.weekly_hours_id)
    from booking_v1.list_weekly_hours(pg_temp.id('Ada')) as h
$$);
select is(count(*), 0::bigint, 'no slots are left') from pg_temp.starts('2026-06-08', '2026-06-15');
select is(b.status, 'confirmed', 'but the booking is')
from booking_v1.get_booking(pg_temp.booking_of('first')) as b;

select * from finish();
rollback;
