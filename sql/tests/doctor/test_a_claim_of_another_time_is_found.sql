begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');

select is_empty('select * from booking.find_claims_off_their_booking(pg_temp.id(''shop''))', 'claims cover their bookings');
update booking.claim as c set starts_at = c.starts_at + interval '5 minutes'
where c.booking_id = pg_temp.booking_of('hers');
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_claims_off_their_booking' and d.tenant_id = pg_temp.id('shop')
    $$,
    'one begins too late'
);

select * from finish();
rollback;
