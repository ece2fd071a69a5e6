begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.during
        from booking_v1.explain_slot(
            p_service_id => pg_temp.id('Cut'), p_starts_at => '2026-06-08T15:00Z'
        ) as e
    $$,
    $$
        values ('outside_availability', pg_temp.id('Ada'), 'hours', '[2026-06-08T15:00Z,2026-06-08T16:00Z)'::tstzrange)
    $$,
    'this is the only reason'
);

select * from finish();
rollback;
