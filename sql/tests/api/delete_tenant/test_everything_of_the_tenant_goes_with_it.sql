begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');
select is(pg_temp.answer(o), 'failed outside_availability 400', 'a refused command leaves its key')
from pg_temp.book('2026-06-08T00:00Z') as o;
set local booking.client_address = '192.0.2.1';
set local request.jwt.claims = '{"role": "anon"}';
select booking_v1.check_request();
set local request.jwt.claims = '';
select isnt_empty(
    $$ select from booking.rate_bucket as b where b.tenant_id = pg_temp.id('shop') $$, 'so does who has just asked'
);

select lives_ok($$ select booking_v1.delete_tenant(pg_temp.id('shop')) $$, 'it can be deleted');
select is_empty(
    $$
        select 'tenant' from booking.tenant as t where t.tenant_id = pg_temp.id('shop')
        union all
        select 'resource' from booking.resource as r where r.tenant_id = pg_temp.id('shop')
        union all
        select 'service' from booking.service as s where s.tenant_id = pg_temp.id('shop')
        union all
        select 'hours' from booking.weekly_hours as w where w.tenant_id = pg_temp.id('shop')
        union all
        select 'operation' from booking.booking_operation as o where o.tenant_id = pg_temp.id('shop')
        union all
        select 'effect' from booking.outbox as o where o.tenant_id = pg_temp.id('shop')
        union all
        select 'bucket' from booking.rate_bucket as b where b.tenant_id = pg_temp.id('shop')
        union all
        select 'too much' where not exists (
            select from booking.resource as r where r.tenant_id = pg_temp.id('other')
        )
    $$,
    'with all that was its, and nothing else'
);

select * from finish();
rollback;
