begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

set local booking.now = '2026-06-08T08:00:01Z';

select results_eq(
    $$ select e.code from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e $$,
    $$ values ('in_the_past') $$,
    'a second ago'
);

select * from finish();
rollback;
