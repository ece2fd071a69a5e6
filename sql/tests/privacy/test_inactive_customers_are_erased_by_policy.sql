begin;
select plan(8);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

create procedure pg_temp.have_customer(p_name text, p_created_at timestamptz, p_starts_at timestamptz default null)
language plpgsql
as $procedure$
begin
    insert into booking.customer (tenant_id, customer_id, name, created_at)
    values (pg_temp.id('shop'), pg_temp.id(p_name), p_name, p_created_at);
    if p_starts_at is not null then
        perform set_config('booking.now', p_created_at::text, true);
        perform booking_v1.create_booking(
            p_name, pg_temp.id('Cut'), p_starts_at, p_customer_id => pg_temp.id(p_name), p_notes => p_name
        );
    end if;
end
$procedure$;

call pg_temp.have_customer('never came', '2026-06-01T05:00Z');
call pg_temp.have_customer('came long ago', '2026-06-01T05:00Z', '2026-06-08T08:00Z');
call pg_temp.have_customer('came lately', '2026-06-01T05:00Z', '2026-06-22T08:00Z');
call pg_temp.have_customer('was just leaving', '2026-06-01T05:00Z', '2026-06-15T10:00Z');
call pg_temp.have_customer('is new', '2026-06-29T05:00Z');
call pg_temp.have_customer('works here', '2026-06-01T05:00Z');
call pg_temp.have_customer('worked here', '2026-06-01T05:00Z');
insert into booking.resource (tenant_id, resource_id, kind, name, time_zone, contact_id, is_active)
values
(pg_temp.id('shop'), pg_temp.id('Bob'), 'staff', 'Bob', 'Europe/Berlin', pg_temp.id('works here'), true),
(pg_temp.id('shop'), pg_temp.id('Cleo'), 'staff', 'Cleo', 'Europe/Berlin', pg_temp.id('worked here'), false);
insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
select b.tenant_id, pg_temp.id('Cleo'), 1, b.starts_at, b.ends_at, b.booking_id
from booking.booking as b
where b.tenant_id = pg_temp.id('shop') and b.starts_at = '2026-06-22T08:00Z';
set local booking.now = '2026-06-29T10:30Z';
select is(booking.run_in_tenants('erase_inactive_customers', 1000000), 0, 'as a rule nobody is');
call pg_temp.set_policy('customer_retention_days', '14');
select is(booking.run_in_tenants('erase_inactive_customers', 1), 1, 'as many as it is asked to');
select is(booking.run_in_tenants('erase_inactive_customers', 1000000), 1, 'then the rest');
select is(booking.run_in_tenants('erase_inactive_customers', 1000000), 0, 'once');
select bag_eq(
    $$ select c.name from booking_v1.list_customers() as c $$,
    $$ values ('came lately'), ('is new'), ('was just leaving'), ('works here'), ('worked here') $$,
    'of whom something has been heard since, they know, and who is told of a resource''s bookings'
);
select bag_eq(
    $$ select b.starts_at, b.status, b.notes from booking_v1.list_bookings() as b $$,
    $$
        values
            ('2026-06-08T08:00Z'::timestamptz, 'confirmed', null),
            ('2026-06-15T10:00Z', 'confirmed', 'was just leaving'), ('2026-06-22T08:00Z', 'confirmed', 'came lately')
    $$,
    'bookings stay in the books'
);
set local booking.now = '2026-07-14T10:30Z';
select is(booking.run_in_tenants('erase_inactive_customers', 1000000), 4, 'later others are');
select bag_eq(
    $$ select c.name from booking_v1.list_customers() as c $$, $$ values ('works here') $$,
    'also who no longer works there'
);

select * from finish();
rollback;
