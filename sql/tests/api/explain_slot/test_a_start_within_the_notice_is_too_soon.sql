begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

set local booking.now = '2026-06-08T06:00:01Z';

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.during
        from booking_v1.explain_slot(
            p_service_id => pg_temp.id('Cut'), p_starts_at => '2026-06-08T08:00Z'
        ) as e
    $$,
    $$
        values ('too_soon', null::uuid, 'minimum_booking_notice_hours', '[2026-06-08T06:00:01Z,2026-06-08T08:00:01Z)'::tstzrange)
    $$,
    'this is the only reason'
);

select * from finish();
rollback;
