create or replace function booking.resource_lock(p_tenant_id uuid, p_resource_id uuid)
returns bigint
language sql
immutable parallel safe
as $function$
    select uuid_hash_extended(p_resource_id, uuid_hash_extended(p_tenant_id, 0))
$function$;

comment on function booking.resource_lock(uuid, uuid) is 'The key of a resource''s (or service''s) advisory lock.';
