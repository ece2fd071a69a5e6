begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select throws_ok(
    $$ select booking_v1.use_tenant('pgtap-nobody') $$,
    'PT401', 'not_authenticated', 'there is no such tenant'
);
select results_eq(
    $$ select s.name from booking_v1.list_services() as s $$,
    $$ values ('Cut') $$,
    'the choice made before is still in force'
);

select * from finish();
rollback;
