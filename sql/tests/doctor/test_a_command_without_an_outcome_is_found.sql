begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');

select is_empty('select * from booking.find_stuck_operations(pg_temp.id(''shop''))', 'commands have outcomes');
update booking.booking_operation as o set status = 'pending', outcome = null where o.idempotency_key = 'hers';
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_stuck_operations' and d.tenant_id = pg_temp.id('shop')
    $$,
    'one has not'
);

select * from finish();
rollback;
