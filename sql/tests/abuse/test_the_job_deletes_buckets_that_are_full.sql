begin;
select plan(4);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');
insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)
select pg_temp.id(t.slug), b.bucket, s.shard, booking.now() - case when s.shard = 0 then interval '00:10:01' else '00:10' end
from unnest('{shop,other}'::text[]) as t (slug)
cross join unnest('{one,two}'::text[]) as b (bucket)
cross join unnest('{0,1}'::integer[]) as s (shard);

select is(booking.run_in_tenants('delete_full_buckets', 1), 1, 'as many as it is asked to');
select is(booking.run_in_tenants('delete_full_buckets', 1000000), 3, 'then the rest');
select is(count(*), 4::bigint, 'which are all that were full')
from booking.rate_bucket as b
where b.shard = 1;
select is_empty('select from booking.rate_bucket as b where b.shard = 0', 'and none of them is left');

select * from finish();
rollback;
