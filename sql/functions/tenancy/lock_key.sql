-- The key of an advisory lock of a tenant's. Of a digest, since parts are ids that a client may choose: by a hash that
-- can be run backwards they could choose one whose lock is another tenant's, or the dispatcher's, and hold it.
create or replace function booking.lock_key(p_tenant_id uuid, p_part bytea)
returns bigint
language sql
immutable parallel safe
as $function$
    select ('x' || encode(substr(sha256(uuid_send(p_tenant_id) || p_part), 1, 8), 'hex'))::bit(64)::bigint
$function$;

comment on function booking.lock_key(uuid, bytea) is
'A number for pg_advisory_xact_lock. p_part: what of the tenant is locked; empty: the tenant.';
