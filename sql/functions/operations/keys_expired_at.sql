-- When a key expires is asked only of one that is found again, so new ones pay nothing for it. Takes no locks.
create or replace function booking.keys_expired_at(p_tenant_id uuid)
returns timestamptz
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    return booking.now() - make_interval(
        hours => booking.tenant_limit(p_tenant_id => p_tenant_id, p_policy_name => 'idempotency_key_hours')
    );
end
$function$;

comment on function booking.keys_expired_at(uuid) is
'Idempotency keys used at this instant or before have expired. Null: none ever does.';
