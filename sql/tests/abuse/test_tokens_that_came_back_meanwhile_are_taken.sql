begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop(p_now => '2026-06-01T05:00:03Z');
insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)
values (pg_temp.id('shop'), 'somebody', 0, '2026-06-01T05:00:02Z');

-- one token, back every second: asked at 05:00:00, when there was none, and decided at 05:00:03
create view pg_temp.taken as
    select booking.take_tokens(
        pg_temp.id('shop'), 'somebody', 0, interval '1 second', interval '1 second', '2026-06-01T05:00:00Z'
    ) as wait;
select is((select t.wait from pg_temp.taken as t), null, 'one who waited takes what has come back since');
select is(
    (select b.full_at from booking.rate_bucket as b where b.tenant_id = pg_temp.id('shop')),
    '2026-06-01T05:00:04Z', 'and it is taken now'
);
select is((select t.wait from pg_temp.taken as t), interval '1 second', 'so the next one waits for as long as from now');

select * from finish();
rollback;
