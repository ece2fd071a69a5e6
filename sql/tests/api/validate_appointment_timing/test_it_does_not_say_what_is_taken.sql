begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select is_empty(
    $$
        select v.code
        from booking_v1.validate_appointment_timing(pg_temp.id('Cut'), '2026-06-08T08:00Z') as v
    $$,
    'a booking is no rule of time'
);

select * from finish();
rollback;
