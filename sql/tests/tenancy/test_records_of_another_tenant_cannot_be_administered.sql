begin;
select plan(11);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run(
    $$ select booking_v1.upsert_holiday('Fair', '2026-06-08', p_holiday_id => pg_temp.id('holiday')) $$
);
call pg_temp.run(
    $$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-09', p_time_off_id => pg_temp.id('off')) $$
);
call pg_temp.run($$
    select booking_v1.upsert_date_override('2026-06-10', p_date_override_id => pg_temp.id('override'))
$$);
call pg_temp.run(
    $$ select booking_v1.upsert_opening_hours(1, '09:00', '18:00', pg_temp.id('opening')) $$
);
call pg_temp.run($$
    select booking_v1.upsert_weekly_hours(pg_temp.id('Ada'), 2, '09:00', '18:00', p_weekly_hours_id => pg_temp.id('weekly'))
$$);
call pg_temp.run(
    $$ select booking_v1.upsert_customer('Zoe', p_customer_id => pg_temp.id('Zoe')) $$
);
call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');

select is(
    pg_temp.error_of(format('select booking_v1.%s(pg_temp.id(%L))', d.function_name, d.called)),
    '404 not_found p_' || substr(d.function_name, 8) || '_id', d.function_name
)
from (
    values
    ('delete_holiday', 'holiday'), ('delete_time_off', 'off'), ('delete_date_override', 'override'),
    ('delete_opening_hours', 'opening'), ('delete_weekly_hours', 'weekly'), ('delete_customer', 'Zoe'),
    ('delete_service', 'Cut'), ('delete_resource', 'Ada'), ('delete_tenant', 'nobody')
) as d (function_name, called);

-- an id is the tenant's own: the same one makes another record here
call pg_temp.run(
    $$ select booking_v1.upsert_customer('Mallory', p_customer_id => pg_temp.id('Zoe')) $$
);
call pg_temp.run(
    $$ select booking_v1.upsert_resource('Mallory', 'room', p_resource_id => pg_temp.id('Ada')) $$
);
call pg_temp.enter_shop('shop');
select results_eq($$ select c.name from booking_v1.list_customers() as c $$, array['Zoe'], 'the customer is as before');
select results_eq($$ select r.name from booking_v1.list_resources() as r $$, array['Ada'], 'and so is the resource');

select * from finish();
rollback;
