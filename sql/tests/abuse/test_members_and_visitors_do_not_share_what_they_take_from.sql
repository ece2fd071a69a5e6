begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

-- of 1000 tokens in 16 parts; nine callers of ten only look, hence the number of attempts
create function pg_temp.passing(p_bucket text)
returns bigint
language sql
volatile
as $function$
    select count(*) filter (where t.wait is null)
    from (
        select booking.take_common_tokens(pg_temp.id('shop'), p_bucket, 60, 1000) as wait
        from generate_series(1, 50)
    ) as t
$function$;

insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)
select pg_temp.id('shop'), 'members', s.shard, booking.now() + interval '24:00'
from generate_series(0, 15) as s (shard);
select is(pg_temp.passing('visitors'), 50::bigint, 'where members have taken all, visitors pass');
select is(pg_temp.passing('members'), 0::bigint, 'and members do not');
delete from booking.rate_bucket as b where b.bucket = 'visitors';
insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)
select pg_temp.id('shop'), 'visitors', s.shard, booking.now()
from generate_series(0, 15) as s (shard);
select is(pg_temp.passing('members'), 0::bigint, 'though there is enough for visitors');

select * from finish();
rollback;
