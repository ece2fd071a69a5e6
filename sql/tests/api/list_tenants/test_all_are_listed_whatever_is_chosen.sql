begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
select set_eq(
    $$ select t.slug from booking_v1.list_tenants() as t where t.slug like 'pgtap-%' $$,
    array['pgtap-shop', 'pgtap-other'], 'one is chosen'
);
set local booking.chosen_tenant = '';
select set_eq(
    $$ select t.slug from booking_v1.list_tenants() as t where t.slug like 'pgtap-%' $$,
    array['pgtap-shop', 'pgtap-other'], 'none is chosen'
);

select * from finish();
rollback;
