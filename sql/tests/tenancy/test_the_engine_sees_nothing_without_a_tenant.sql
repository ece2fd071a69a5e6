begin;
select plan(1);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

create temporary table seen (tenant text, resources bigint) on commit drop;
grant insert on seen to booking_engine;
set local role booking_engine;
select set_config('booking.tenant_id', pg_temp.id('shop')::text, true);
insert into seen (tenant, resources) select 'its own' as tenant, count(*) from booking.resource;
set local booking.tenant_id = '';
insert into seen (tenant, resources) select 'none' as tenant, count(*) from booking.resource;
reset role;

select results_eq(
    $$ select s.tenant, s.resources from seen as s $$,
    $$ values ('its own', 1::bigint), ('none', 0) $$,
    'one resource within the tenant, none without'
);

select * from finish();
rollback;
