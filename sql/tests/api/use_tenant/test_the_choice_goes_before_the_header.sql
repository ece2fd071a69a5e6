begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.make_shop();

set local request.headers = '{"x-tenant": "pgtap-other"}';
select is(booking.caller_tenant_id(), pg_temp.id('shop'), 'what was chosen');
set local booking.chosen_tenant = '';
select is(booking.caller_tenant_id(), pg_temp.id('other'), 'and else what the header says');
select set_config(
    'request.jwt.claims',
    jsonb_build_object('app_metadata', jsonb_build_object('tenant_id', pg_temp.id('shop')))::text, true
);
select is(booking.caller_tenant_id(), pg_temp.id('shop'), 'a token goes before both, wherever it says so');
select results_eq(
    'select t.tenant_id from booking_v1.list_tenants() as t', array[pg_temp.id('shop')], 'and then there is no other'
);

select * from finish();
rollback;
