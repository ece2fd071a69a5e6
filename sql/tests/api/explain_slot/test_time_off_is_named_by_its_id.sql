begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.time_off (tenant_id, time_off_id, resource_id, starts_local, ends_local)
values (
    pg_temp.id('shop'), pg_temp.id('dentist'), pg_temp.id('Ada'), '2026-06-08 10:30', '2026-06-08 11:30'
);

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.rule_id, e.during
        from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e
    $$,
    $$
        values (
            'time_off', pg_temp.id('Ada'), 'time_off', pg_temp.id('dentist'),
            '[2026-06-08T08:30Z,2026-06-08T09:00Z)'::tstzrange
        )
    $$,
    'with the time that it closes'
);

select * from finish();
rollback;
