begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/requests.sql
call pg_temp.make_shop();
-- 1000 tokens in 16 parts; nine requests of ten only look, hence the number of attempts
call pg_temp.set_policy('rate_limit_per_tenant_per_minute', '60');
call pg_temp.set_policy('rate_limit_per_tenant_burst', '1000');
call pg_temp.set_policy('rate_limit_per_actor_per_minute', 'null');

insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)
select l.tenant_id, 'members', s.shard, booking.now() + l.common_whole
from booking.rate_limit as l
cross join generate_series(0, 15) as s (shard)
where l.tenant_id = pg_temp.id('shop');
call pg_temp.come_as('anon');
select is(pg_temp.passes(50), 50, 'where members have taken all, visitors pass');
call pg_temp.come_as('authenticated', 'somebody');
select is(pg_temp.passes(50), 0, 'and members do not');
delete from booking.rate_bucket as b where b.bucket = 'visitors';
insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)
select pg_temp.id('shop'), 'visitors', s.shard, booking.now()
from generate_series(0, 15) as s (shard);
select is(pg_temp.passes(50), 0, 'though there is enough for visitors');

select * from finish();
rollback;
