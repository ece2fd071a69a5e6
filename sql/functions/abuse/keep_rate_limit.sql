-- Works the limits of a tenant out, and keeps them for the requests that follow, if nobody is about to change them:
-- that, too, is done under the tenant's lock, which is not waited for. A transaction of an older snapshot might not see
-- what was changed last, so it keeps nothing. Writes rate_limit.
create or replace function booking.keep_rate_limit(p_tenant_id uuid)
returns booking.rate_limit
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_is_kept boolean := current_setting('transaction_isolation') = 'read committed'
        and pg_try_advisory_xact_lock(
            booking.resource_lock(p_tenant_id => p_tenant_id, p_resource_id => p_tenant_id)
        );
    v_limit booking.rate_limit := booking.rate_limit_of(p_tenant_id);
begin
    if v_is_kept then
        insert into booking.rate_limit select v_limit.* on conflict (tenant_id) do nothing;
    end if;
    return v_limit;
end
$function$;

comment on function booking.keep_rate_limit(uuid) is 'The rate limits of a tenant that has none worked out.';
