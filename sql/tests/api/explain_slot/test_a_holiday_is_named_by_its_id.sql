begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.holiday (tenant_id, holiday_id, name, starts_on, ends_on)
values (pg_temp.id('shop'), pg_temp.id('fair'), 'Fair', '2026-06-08', '2026-06-08');

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.rule_id, e.during
        from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e
    $$,
    $$
        values (
            'holiday', pg_temp.id('Ada'), 'holiday', pg_temp.id('fair'),
            '[2026-06-08T08:00Z,2026-06-08T09:00Z)'::tstzrange
        )
    $$,
    'with the time that it closes'
);

select * from finish();
rollback;
