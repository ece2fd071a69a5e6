begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

set local booking.on_refusal = 'raise';

select throws_ok(
    $$ select o.status from pg_temp.book('2026-06-08T08:30Z', 'first') as o $$,
    'PT400', 'outside_availability', 'the HTTP status is in the SQLSTATE, the code is the message'
);
select is_empty(
    $$
        select o.operation_id
        from booking.booking_operation as o
        where o.tenant_id = pg_temp.id('shop')
    $$,
    'nothing is recorded'
);
call pg_temp.have_booking('second', '2026-06-08T08:00Z');
select throws_ok(
    $$ select o.status from pg_temp.book('2026-06-08T08:00Z') as o $$,
    'PT409', 'slot_taken', 'a conflict is PT409'
);
select throws_ok(
    $$ select o.status from pg_temp.book('2026-06-08T09:00Z', 'second') as o $$,
    'PT422', 'key_reused', 'a key used twice is PT422'
);

select * from finish();
rollback;
