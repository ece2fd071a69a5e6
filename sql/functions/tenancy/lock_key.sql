-- The key of an advisory lock of a tenant's. It is cut from a digest, since clients choose ids: with a hash that can be
-- run backwards they could choose an id whose lock is another tenant's, or the dispatcher's, and hold that.
create or replace function booking.lock_key(p_tenant_id uuid, p_part bytea)
returns bigint
language sql
immutable parallel safe
as $function$
    select ('x' || encode(substr(sha256(uuid_send(p_tenant_id) || p_part), 1, 8), 'hex'))::bit(64)::bigint
$function$;

comment on function booking.lock_key(uuid, bytea) is
'A number for pg_advisory_xact_lock. p_part: what of the tenant is locked; empty: the tenant.';
