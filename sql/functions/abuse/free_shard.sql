-- Which part of a divided bucket to take from, so that a transaction that stays open keeps nobody waiting. Locks
-- that row of rate_bucket if it is there, and else, by an advisory lock, that it will be.
create or replace function booking.free_shard(
    p_tenant_id uuid,
    p_bucket text,
    p_shards integer,
    p_until timestamptz
)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_shard integer;
begin
    select b.shard into v_shard
    from booking.rate_bucket as b
    where
        b.tenant_id = p_tenant_id and b.bucket = p_bucket and b.shard < p_shards
        and b.full_at <= p_until
    limit 1
    for update skip locked;
    if v_shard is null then
        -- a row that somebody has added and not yet committed can't be seen: its lock can
        select s.shard into v_shard
        from (
            select n.shard
            from generate_series(0, p_shards - 1) as n (shard)
            where not exists (
                select from booking.rate_bucket as b
                where b.tenant_id = p_tenant_id and b.bucket = p_bucket and b.shard = n.shard
            )
            order by random()
            offset 0 -- or the lock of each is tried, before the first is taken
        ) as s
        where pg_try_advisory_xact_lock(
            hashtextextended(concat_ws(' ', 'pgbooking shard', p_tenant_id, p_bucket, s.shard), 0)
        )
        limit 1;
    end if;
    return coalesce(v_shard, floor(random() * p_shards)::integer);
end
$function$;

comment on function booking.free_shard(uuid, text, integer, timestamptz) is
'One that has enough by p_until and that nobody is taking from; else one that was never used; else any.';
