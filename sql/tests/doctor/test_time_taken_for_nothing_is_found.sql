begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');
select booking_v1.cancel_booking('gone', pg_temp.booking_of('his'))::text;
select is_empty('select * from booking.find_stray_claims(pg_temp.id(''shop''))', 'a cancelled booking takes no time');
update booking.booking as b set status = 'cancelled' where b.booking_id = pg_temp.booking_of('hers');
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_stray_claims' and d.tenant_id = pg_temp.id('shop')
    $$,
    'but one that was cancelled by hand does'
);

select * from finish();
rollback;
