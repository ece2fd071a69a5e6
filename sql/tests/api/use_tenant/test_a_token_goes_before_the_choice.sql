begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
select set_config(
    'request.jwt.claims', jsonb_build_object('tenant_id', pg_temp.id('shop'))::text, true
);

select results_eq(
    $$ select s.name from booking_v1.list_services() as s $$,
    $$ values ('Cut') $$,
    'the tenant of the token'
);

select * from finish();
rollback;
