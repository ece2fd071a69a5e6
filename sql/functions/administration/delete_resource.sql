-- Called by booking_v1.delete_resource only. Locks the resource, exclusively. Deletes from resource and, by
-- cascade, its hours, overrides, time off, and its part in services and holidays.
create or replace function booking.delete_resource(
    p_tenant_id uuid, p_actor booking.actor, p_resource_id uuid
)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'delete_resource'
    );
    perform booking.lock_tenant_resources(p_tenant_id => p_tenant_id, p_resource_ids => array[p_resource_id]);
    -- a cancelled booking, too: its history still says who was to serve it
    if exists (
        select
        from booking.booking as b
        where b.tenant_id = p_tenant_id and p_resource_id = any(b.resource_ids)
    ) then
        raise foreign_key_violation;
    end if;
    delete from booking.resource as r where r.tenant_id = p_tenant_id and r.resource_id = p_resource_id;
    perform booking.check_found(p_is_found => found, p_argument => 'p_resource_id', p_what => 'resource');
exception when foreign_key_violation then -- or of a booking that was waiting while the resource was given to its service
    perform booking.raise_error(
        p_code => 'in_use', p_message => 'the resource has bookings',
        p_details => jsonb_build_object('argument', 'p_resource_id'),
        p_hint => 'Deactivate it: upsert_resource with p_is_active false.'
    );
end
$function$;

comment on function booking.delete_resource(uuid, booking.actor, uuid) is 'See booking_v1.delete_resource.';
