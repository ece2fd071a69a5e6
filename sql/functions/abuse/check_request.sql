-- Called by booking_v1.check_request only. The caller's own bucket comes first, so that who is refused takes
-- nothing from the others'; visitors have one bucket together and everybody else another, so that a crowd at the
-- door does not lock out the staff. Locks and writes rate_bucket, before anything else is locked.
create or replace function booking.check_request(p_tenant_id uuid, p_actor booking.actor, p_address text)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
as $function$
declare
    v_limits jsonb;
    v_per_minute integer;
    v_whose text := 'caller';
    v_wait interval;
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
    select d.policies || coalesce(
        (
            select jsonb_object_agg(s.policy_name, s.value)
            from booking.policy_setting as s
            where
                s.tenant_id = p_tenant_id and s.service_id is null and s.policy_name in (
                    'rate_limit_per_actor_per_minute', 'rate_limit_per_actor_burst',
                    'rate_limit_per_tenant_per_minute', 'rate_limit_per_tenant_burst'
                )
        ),
        '{}'
    )
    into v_limits
    from booking.policy_default as d
    where d.is_tenant_wide;
    v_per_minute := (v_limits ->> 'rate_limit_per_actor_per_minute')::integer;
    if coalesce(p_actor.subject, p_address) is not null and v_per_minute is not null then
        v_wait := booking.take_tokens(
            p_tenant_id => p_tenant_id, p_shard => 0,
            p_bucket => encode(
                sha256(convert_to(concat_ws(' ', p_tenant_id, p_actor.role, p_actor.subject, p_address), 'utf8')), 'hex'
            ),
            p_taken => interval '1 minute' / v_per_minute,
            p_whole => interval '1 minute' / v_per_minute
            * coalesce((v_limits ->> 'rate_limit_per_actor_burst')::integer, v_per_minute)
        );
    end if;
    if v_wait is null then
        v_whose := 'tenant';
        v_wait := booking.take_common_tokens(
            p_tenant_id => p_tenant_id,
            p_bucket => case when p_actor.subject is null then 'visitors' else 'members' end,
            p_per_minute => (v_limits ->> 'rate_limit_per_tenant_per_minute')::integer,
            p_burst => coalesce(
                v_limits ->> 'rate_limit_per_tenant_burst', v_limits ->> 'rate_limit_per_tenant_per_minute'
            )::integer
        );
    end if;
    if v_wait is not null then
        perform booking.raise_error(
            p_code => 'rate_limited',
            p_message => 'too many requests of this ' || v_whose,
            p_details => jsonb_build_object('retry_after', greatest(1, ceil(extract(epoch from v_wait)))::integer)
        );
    end if;
    if random() < 0.002 then
        perform booking.forget_full_buckets(p_tenant_id => p_tenant_id);
    end if;
end
$function$;

comment on function booking.check_request(uuid, booking.actor, text) is 'See booking_v1.check_request.';
