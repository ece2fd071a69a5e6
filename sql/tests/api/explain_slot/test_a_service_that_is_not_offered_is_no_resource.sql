begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set is_active = false where tenant_id = pg_temp.id('shop');

select results_eq(
    $$
        select e.code, e.rule
        from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e
    $$,
    $$ values ('no_resource', 'service') $$,
    'by the service'
);

select * from finish();
rollback;
