begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('max_bookings_per_day', '2');
call pg_temp.set_policy('max_bookings_per_week', '1');
call pg_temp.have_booking('first', '2026-06-08T10:00Z');

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.during
        from booking_v1.explain_slot(
            p_service_id => pg_temp.id('Cut'), p_starts_at => '2026-06-08T08:00Z'
        ) as e
    $$,
    $$
        values ('limit_reached', null::uuid, 'max_bookings_per_week', '[2026-06-07T22:00Z,2026-06-14T22:00Z)'::tstzrange)
    $$,
    'this is the only reason, and which limit it is'
);

select * from finish();
rollback;
