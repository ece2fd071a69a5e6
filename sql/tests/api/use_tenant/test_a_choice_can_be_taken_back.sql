begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');

select is(booking_v1.use_tenant(null), null, 'null chooses none');
select throws_ok(
    $$ select * from booking_v1.list_services() $$, 'PT401', 'not_authenticated', 'and of several tenants none is meant'
);
select is(booking_v1.use_tenant('pgtap-other'), pg_temp.id('other'), 'another can be chosen');
select is(booking_v1.use_tenant(''), null, 'and taken back by what a form sends');

select * from finish();
rollback;
