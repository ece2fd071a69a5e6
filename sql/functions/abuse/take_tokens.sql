-- Takes tokens from a bucket. A bucket is one instant, at which it will be full again: what is taken moves it by
-- the time in which that comes back, and it is empty while it lies ahead by the time of a whole bucket. As a rule there
-- is a row, so that is tried first. Locks one row of rate_bucket until the transaction ends, and writes it.
create or replace function booking.take_tokens(
    p_tenant_id uuid,
    p_bucket text,
    p_shard integer,
    p_taken interval,
    p_whole interval,
    p_now timestamptz
)
returns interval
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz := p_now;
    v_wait interval;
begin
    loop -- once, as a rule: the row can come or go between two statements
        update booking.rate_bucket as b
        set full_at = greatest(b.full_at, v_now) + p_taken
        where
            b.tenant_id = p_tenant_id and b.bucket = p_bucket and b.shard = p_shard
            and b.full_at <= v_now + p_whole - p_taken;
        if found then
            return null;
        end if;
        v_now := booking.now(); -- it may have waited for whoever took the last ones, and some have come back since
        select b.full_at + p_taken - p_whole - v_now into v_wait
        from booking.rate_bucket as b
        where
            b.tenant_id = p_tenant_id and b.bucket = p_bucket and b.shard = p_shard
            and b.full_at > v_now + p_whole - p_taken;
        exit when found; -- too few: nobody is waited for to hear that
        insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)
        values (p_tenant_id, p_bucket, p_shard, v_now + p_taken)
        on conflict (tenant_id, bucket, shard) do nothing;
        if found then
            return null;
        end if;
    end loop;
    if v_wait > p_taken + interval '1 second' then
        -- no bucket is emptier than empty: a clock was ahead, or what comes back took longer. It is empty now
        update booking.rate_bucket as b
        set full_at = v_now + p_whole
        where b.tenant_id = p_tenant_id and b.bucket = p_bucket and b.shard = p_shard and b.full_at > v_now + p_whole;
        return null; -- for who refuses undoes it
    end if;
    return v_wait;
end
$function$;

comment on function booking.take_tokens(uuid, text, integer, interval, interval, timestamptz) is
'Takes tokens, and returns null; or returns how long to wait, where there are too few. p_taken: the time in which
those taken come back; p_whole: in which a whole bucket does.';
