-- The policies of rate limits as take_tokens wants them. A large bucket of all callers is divided into shards, and one
-- request in up to ten takes as many tokens.
create or replace function booking.rate_limit_of(p_tenant_id uuid)
returns booking.rate_limit
language sql
stable
as $function$
    select (
        p_tenant_id,
        interval '1 minute' / p.per_caller,
        interval '1 minute' / p.per_caller * coalesce(p.caller_burst, p.per_caller),
        s.tokens,
        s.shards,
        interval '1 minute' / p.per_tenant * (s.tokens * s.shards),
        interval '1 minute' / p.per_tenant * (p.tenant_burst / s.shards * s.shards)
    )::booking.rate_limit
    from (
        select
            booking.tenant_limit(p_tenant_id, 'rate_limit_per_actor_per_minute') as per_caller,
            booking.tenant_limit(p_tenant_id, 'rate_limit_per_actor_burst') as caller_burst,
            booking.tenant_limit(p_tenant_id, 'rate_limit_per_tenant_per_minute') as per_tenant,
            coalesce(
                booking.tenant_limit(p_tenant_id, 'rate_limit_per_tenant_burst'),
                booking.tenant_limit(p_tenant_id, 'rate_limit_per_tenant_per_minute')
            ) as tenant_burst
        offset 0 -- asked for once
    ) as p
    cross join lateral (
        select
            greatest(1, least(p.tenant_burst / 100, 10)) as tokens,
            greatest(1, least(p.tenant_burst / 50, 16)) as shards
    ) as s
$function$;

comment on function booking.rate_limit_of(uuid) is 'The rate limits of a tenant, by its policies as they stand.';
