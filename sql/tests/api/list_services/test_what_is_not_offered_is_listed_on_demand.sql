begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run($$
    select booking_v1.upsert_service('Cut', '01:00', p_is_active => false, p_service_id => pg_temp.id('Cut'))
$$);

select is_empty($$ select s.service_id from booking_v1.list_services() as s $$, 'not by itself');
select results_eq(
    $$ select s.name, s.is_active from booking_v1.list_services(p_include_inactive => true) as s $$,
    $$ values ('Cut', false) $$, 'but on demand'
);

select * from finish();
rollback;
