begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select is(u.tenant_id, pg_temp.id('shop'), 'its id stays')
from booking_v1.upsert_tenant('pgtap-moved', 'Moved', 'Europe/Lisbon', pg_temp.id('shop')) as u;
select results_eq(
    $$ select t.slug, t.name, t.time_zone from booking.tenant as t where t.tenant_id = pg_temp.id('shop') $$,
    $$ values ('pgtap-moved', 'Moved', 'Europe/Lisbon') $$, 'it is changed'
);
select is(r.time_zone, 'Europe/Berlin', 'its people keep their zone')
from booking.resource as r
where r.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
