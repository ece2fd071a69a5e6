begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.during
        from booking_v1.explain_slot(
            p_service_id => pg_temp.id('Cut'), p_starts_at => '2026-06-08T08:00Z', p_resource_id => pg_temp.id('Eve')
        ) as e
    $$,
    $$
        values ('no_resource', pg_temp.id('Eve'), 'requirement', null::tstzrange)
    $$,
    'this is the only reason'
);

select * from finish();
rollback;
