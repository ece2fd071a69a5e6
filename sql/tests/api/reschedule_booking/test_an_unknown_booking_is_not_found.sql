begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select throws_ok(
    $$
        select o.status
        from booking_v1.reschedule_booking(
            'second', pg_temp.id('nothing'), '2026-06-08T10:00Z'
        ) as o
    $$,
    'PT404', 'not_found', 'and says so'
);
select is_empty(
    $$
        select o.operation_id
        from booking.booking_operation as o
        where o.tenant_id = pg_temp.id('shop')
    $$,
    'the key stays free'
);

select * from finish();
rollback;
