begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben, Eve}');
call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('second', '2026-06-08T08:00Z', pg_temp.id('Ben'));
call pg_temp.have_booking('third', '2026-06-08T08:00Z', pg_temp.id('Eve'));

select results_eq(
    $$
        select n.booking_id
        from booking_v1.list_bookings(p_limit => 1) as f
        cross join lateral booking_v1.list_bookings(p_after => f.booking_id) as n
    $$,
    $$
        select b.booking_id
        from booking.booking as b
        where b.tenant_id = pg_temp.id('shop')
        order by b.booking_id
        offset 1
    $$,
    'after the first, the others of that start'
);

select * from finish();
rollback;
