begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');

select is(booking_v1.use_tenant('pgtap-shop'), pg_temp.id('shop'), 'it returns the tenant''s id');
select results_eq(
    $$ select s.name from booking_v1.list_services() as s $$,
    $$ values ('Cut') $$,
    'whose services are listed'
);
select is(booking_v1.use_tenant('pgtap-other'), pg_temp.id('other'), 'another can be chosen');
select results_eq(
    $$ select s.name from booking_v1.list_services() as s $$,
    $$ values ('Massage') $$,
    'whose services are listed then'
);

select * from finish();
rollback;
