-- Called by booking_v1.check_request only. The caller's own bucket comes first, so that who is refused takes
-- nothing from the others'; visitors have one bucket together and everybody else another, so that a crowd at the
-- door does not lock out the staff. So that the callers of a large bucket need not wait for each other, one request in
-- so many, by chance, takes as many tokens of it; the others only look whether there are any. Locks and writes
-- rate_bucket, before anything else is locked.
create or replace function booking.check_request(p_tenant_id uuid, p_role text, p_subject text, p_address text)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_limit booking.rate_limit;
    v_common text := case when p_subject is null then 'visitors' else 'members' end;
    v_now timestamptz := booking.now();
    v_takes boolean;
    v_whose text := 'caller';
    v_wait interval;
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
    select l.* into v_limit from booking.rate_limit as l where l.tenant_id = p_tenant_id;
    if not found then -- a request for no tenant, or for one that was added by hand
        v_limit := booking.rate_limit_of(p_tenant_id);
    end if;
    if v_limit.caller_taken is not null and coalesce(p_subject, p_address) is not null then
        v_wait := booking.take_tokens(
            p_tenant_id => p_tenant_id, p_shard => 0,
            p_bucket => encode(
                sha256(convert_to(concat_ws(' ', p_tenant_id, p_role, p_subject, p_address), 'utf8')), 'hex'
            ),
            p_taken => v_limit.caller_taken, p_whole => v_limit.caller_whole, p_now => v_now
        );
    end if;
    if v_wait is null and v_limit.common_taken is not null then
        v_takes := random() * v_limit.common_tokens < 1;
        if not v_takes and not exists ( -- as a rule the first shard has some
            select
            from booking.rate_bucket as b
            where
                b.tenant_id = p_tenant_id and b.bucket = v_common and b.shard < v_limit.common_shards
                and b.full_at <= v_now + v_limit.common_whole - v_limit.common_taken
        ) then
            v_takes := (
                select count(*) = v_limit.common_shards -- one that has no row is full
                from booking.rate_bucket as b
                where b.tenant_id = p_tenant_id and b.bucket = v_common and b.shard < v_limit.common_shards
            );
        end if;
        if v_takes then
            v_whose := 'tenant';
            v_now := booking.now(); -- for the caller's own bucket it may have waited
            v_wait := booking.take_tokens(
                p_tenant_id => p_tenant_id, p_bucket => v_common, p_taken => v_limit.common_taken,
                p_whole => v_limit.common_whole, p_now => v_now,
                p_shard => case
                    when v_limit.common_shards = 1 then 0
                    else booking.free_shard(
                        p_tenant_id => p_tenant_id, p_bucket => v_common, p_shards => v_limit.common_shards,
                        p_until => v_now + v_limit.common_whole - v_limit.common_taken
                    )
                end
            );
        end if;
    end if;
    if v_wait is not null then
        perform booking.raise_error(
            p_code => 'rate_limited',
            p_message => 'too many requests of this ' || v_whose,
            p_details => jsonb_build_object('retry_after', greatest(1, ceil(extract(epoch from v_wait)))::integer)
        );
    end if;
    if random() < 0.002 then
        perform booking.delete_full_buckets(p_tenant_id => p_tenant_id, p_most => 1000);
    end if;
end
$function$;

comment on function booking.check_request(uuid, text, text, text) is 'See booking_v1.check_request.';
