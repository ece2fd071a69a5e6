begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.during
        from booking_v1.explain_slot(
            p_service_id => pg_temp.id('Cut'), p_starts_at => '2026-06-08T08:30Z'
        ) as e
    $$,
    $$
        values ('outside_availability', null::uuid, 'slot_interval', null::tstzrange)
    $$,
    'this is the only reason'
);
set local intervalstyle = 'iso_8601';
update booking.service set slot_interval = '01:30', slot_offset = '00:15' where tenant_id = pg_temp.id('shop');
select is(
    (select e.message from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:30Z') as e),
    'starts lie 90 minutes apart, the first at 00:15', 'it is told in words'
);

select * from finish();
rollback;
