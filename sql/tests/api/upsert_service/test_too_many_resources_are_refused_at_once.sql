begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.resource (tenant_id, kind, name, time_zone)
select pg_temp.id('shop'), 'room', n, 'UTC'
from generate_series(1, 1990) as n;
create temporary table list as
select array_agg(gen_random_uuid()) as resource_ids
from generate_series(1, 500000);
set local plan_cache_mode = force_generic_plan; -- as a session that has called it before may have one
set local statement_timeout = '5s';

select throws_ok(
    $$ select booking_v1.upsert_service('X', '01:00', p_resource_ids => l.resource_ids) from list as l $$,
    'PT400', 'invalid_argument', 'not after a minute of looking for so many'
);

select * from finish();
rollback;
