-- Works the limits of a tenant out for the requests that follow: for whoever changes the policies that they come from,
-- or what they are worked out by. Its row first, so that who is doing the same is waited for, and then seen; and
-- always, so that a transaction whose snapshot is older fails, instead of going by what was set before. p_most is there
-- for run_in_tenants, by which a deployment goes through all tenants. Writes rate_limit.
create or replace function booking.renew_rate_limit(p_tenant_id uuid, p_most integer default 1)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    insert into booking.rate_limit (tenant_id) values (p_tenant_id)
    on conflict (tenant_id) do update set tenant_id = excluded.tenant_id;
    update booking.rate_limit as l
    set
        caller_taken = n.caller_taken, caller_whole = n.caller_whole, common_tokens = n.common_tokens,
        common_shards = n.common_shards, common_taken = n.common_taken, common_whole = n.common_whole
    from booking.rate_limit_of(p_tenant_id) as n
    where l.tenant_id = p_tenant_id;
    return 1;
end
$function$;

comment on function booking.renew_rate_limit(uuid, integer) is
'Works the rate limits of a tenant out anew; returns 1.';
