begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
select booking_v1.upsert_tenant('pgtap-new', 'New', 'Europe/Berlin', pg_temp.id('new'))::text;
select booking_v1.upsert_customer('Zoe', 'zoe@example.org')::text;
select booking_v1.create_booking(
    'his', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_email => 'yan@example.org'
)::text;
select is(t.created_at, '2026-06-01T05:00Z', 'a tenant is as old as the clock says')
from booking_v1.list_tenants() as t
where t.slug = 'pgtap-new';
select bag_eq(
    $$ select c.email, c.created_at from booking_v1.list_customers() as c $$,
    $$ values ('zoe@example.org', '2026-06-01T05:00Z'::timestamptz), ('yan@example.org', '2026-06-01T05:00Z') $$,
    'so are customers, whether somebody added them or a booking did'
);
set local booking.now = '2026-06-29T10:30Z';
select booking_v1.upsert_policy('customer_retention_days', '14')::text;
select is(
    booking.run_in_tenants('erase_inactive_customers', 1000000), 2,
    'and where the clock is set, they are erased when their time has come'
);

select * from finish();
rollback;
