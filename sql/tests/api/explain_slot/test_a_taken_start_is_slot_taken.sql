begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.during
        from booking_v1.explain_slot(
            p_service_id => pg_temp.id('Cut'), p_starts_at => '2026-06-08T08:00Z'
        ) as e
    $$,
    $$
        values ('slot_taken', pg_temp.id('Ada'), 'claim', '[2026-06-08T08:00Z,2026-06-08T09:00Z)'::tstzrange)
    $$,
    'this is the only reason'
);

select * from finish();
rollback;
