begin;
select plan(8);
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
    2::bigint, 'of which the history has no more than marks'
);

create function pg_temp.bring_with_number() returns text language sql volatile
as $$
    select pg_temp.became(o)
    from booking_v1.import_booking(
        '4712', pg_temp.id('Cut'), '2026-06-08T12:00Z', p_customer_email => 'lea@example.com',
        p_customer_phone => '030 5550 123'
    ) as o
$$;
select booking_v1.import_booking('4712', pg_temp.id('Cut'), '2026-06-08T12:00Z', p_customer_email => 'lea@example.com');
select is(pg_temp.bring_with_number(), 'confirmed 2 ["customer_id"]', 'a number that was added there is noted');
select booking_v1.upsert_customer(p_customer_id => b.customer_id, p_email => 'lea@example.org')
from booking_v1.get_booking(pg_temp.brought('4712')) as b;
select is(pg_temp.bring_with_number(), 'confirmed 2 again', 'so that who is corrected here afterwards stays');
select is_empty(
    $$ select d.* from booking.find_tenant_problems() as d where d.tenant_id = pg_temp.id('shop') $$,
    'its events lead to it'
);

select * from finish();
rollback;
