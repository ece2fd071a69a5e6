begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
call pg_temp.have_brought('4711', '2026-06-08T08:00Z');
select booking_v1.upsert_customer(p_customer_id => c.customer_id, p_name => 'Zoë', p_email => 'zoe@example.org')
from booking_v1.list_customers() as c;

select is(pg_temp.became(o), 'confirmed 2 ["ends_at", "starts_at"]', 'what was moved there is followed')
from pg_temp.bring('4711', '2026-06-08T09:00Z') as o;
select results_eq(
    $$
        select b.customer_name, c.email
        from booking_v1.list_bookings() as b
        join booking_v1.list_customers() as c on c.customer_id = b.customer_id
    $$,
    $$ values ('Zoë', 'zoe@example.org') $$,
    'whose name and address were put right here are not taken back'
);
select is((select count(*) from booking_v1.list_customers()), 1::bigint, 'nor is anybody added');
select is(pg_temp.became(o), 'confirmed 3 ["guest_name"]', 'who is somebody else there now is followed')
from booking_v1.import_booking(
    '4711', pg_temp.id('Cut'), '2026-06-08T09:00Z', p_customer_name => 'Ida', p_customer_email => 'zoe@example.org'
) as o;
select is(
    (select count(distinct h.changes ->> 'customer_said') from booking_v1.booking_history(pg_temp.brought('4711')) as h),
    2::bigint, 'of which the history has no more than a mark'
);

select * from finish();
rollback;
