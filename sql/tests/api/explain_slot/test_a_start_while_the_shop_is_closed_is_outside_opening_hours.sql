begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.opening_hours (tenant_id, weekday, start_time, end_time)
values (pg_temp.id('shop'), 1, '09:00', '10:30');

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.during
        from booking_v1.explain_slot(
            p_service_id => pg_temp.id('Cut'), p_starts_at => '2026-06-08T08:00Z'
        ) as e
    $$,
    $$
        values ('outside_opening_hours', pg_temp.id('Ada'), 'opening_hours', '[2026-06-08T08:30Z,2026-06-08T09:00Z)'::tstzrange)
    $$,
    'this is the only reason'
);

select * from finish();
rollback;
