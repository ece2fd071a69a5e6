begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('max_bookings_per_day', '0');

select results_eq(
    $$
        select v.code
        from booking_v1.validate_appointment_timing(
            p_service_id => pg_temp.id('Cut'), p_starts_at => '2026-06-01T05:30Z', p_duration => '02:00'
        ) as v
    $$,
    $$
        values ('duration_not_allowed'), ('too_soon'), ('limit_reached'), ('outside_availability')
    $$,
    'the weightiest first'
);

select * from finish();
rollback;
