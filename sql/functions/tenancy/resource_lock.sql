-- Resources share 256 locks a tenant: one each would let a tenant of thousands fill the server's table of locks, which
-- everybody needs. Who changes the hours of one keeps bookings with another waiting where the two share a lock.
create or replace function booking.resource_lock(p_tenant_id uuid, p_resource_id uuid)
returns bigint
language sql
immutable parallel safe
as $function$
    select booking.lock_key(p_tenant_id, substr(uuid_send(p_resource_id), 16))
$function$;

comment on function booking.resource_lock(uuid, uuid) is 'The key of a resource''s advisory lock.';
