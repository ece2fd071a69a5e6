begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');

select is_empty('select * from booking.find_broken_histories(pg_temp.id(''shop''))', 'every version has its event');
update booking.booking as b set version = 2 where b.booking_id = pg_temp.booking_of('hers');
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_broken_histories' and d.tenant_id = pg_temp.id('shop')
    $$,
    'one has not'
);

select * from finish();
rollback;
