-- What all callers of a kind take from together. So that they need not wait for each other, a large bucket is
-- divided into shards, and one request in ten, by chance, takes ten tokens; the others only look whether there
-- are any. Locks and writes rate_bucket.
create or replace function booking.take_common_tokens(
    p_tenant_id uuid,
    p_bucket text,
    p_per_minute integer,
    p_burst integer
)
returns interval
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_tokens integer := greatest(1, least(p_burst / 100, 10));
    v_shards integer := greatest(1, least(p_burst / 50, 16));
    v_taken interval := interval '1 minute' / p_per_minute * (v_tokens * v_shards);
    v_whole interval := interval '1 minute' / p_per_minute * (p_burst / v_shards * v_shards);
    v_until timestamptz;
begin
    if p_per_minute is null then
        return null;
    end if;
    v_until := booking.now() + v_whole - v_taken;
    if random() * v_tokens >= 1 then
        -- as a rule the first shard has some
        if exists (
            select
            from booking.rate_bucket as b
            where
                b.tenant_id = p_tenant_id and b.bucket = p_bucket and b.shard < v_shards
                and b.full_at <= v_until
        ) then
            return null;
        end if;
        return (
            select case when count(*) = v_shards then min(b.full_at) - v_until end
            from booking.rate_bucket as b
            where b.tenant_id = p_tenant_id and b.bucket = p_bucket and b.shard < v_shards
        );
    end if;
    return booking.take_tokens(
        p_tenant_id => p_tenant_id, p_bucket => p_bucket, p_taken => v_taken, p_whole => v_whole,
        p_shard => case
            when v_shards = 1 then 0
            else booking.free_shard(
                p_tenant_id => p_tenant_id, p_bucket => p_bucket, p_shards => v_shards, p_until => v_until
            )
        end
    );
end
$function$;

comment on function booking.take_common_tokens(uuid, text, integer, integer) is
'As take_tokens. p_per_minute: how many tokens come back; null: no limit. p_burst: how many there are.';
