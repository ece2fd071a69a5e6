-- Called by booking_v1.delete_service only. Locks the service's resources, exclusively. Deletes from service
-- and, by cascade, its requirement and policies; the key of its bookings refuses.
create or replace function booking.delete_service(p_tenant_id uuid, p_actor booking.actor, p_service_id uuid)
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
        p_function => 'delete_service'
    );
    perform booking.lock_service_resources(p_tenant_id => p_tenant_id, p_service_id => p_service_id);
    delete from booking.service as s where s.tenant_id = p_tenant_id and s.service_id = p_service_id;
    perform booking.check_found(p_is_found => found, p_argument => 'p_service_id', p_what => 'service');
exception when foreign_key_violation then
    perform booking.raise_error(
        p_code => 'in_use', p_message => 'the service has bookings',
        p_details => jsonb_build_object('argument', 'p_service_id'),
        p_hint => 'Deactivate it: upsert_service with p_is_active false.'
    );
end
$function$;

comment on function booking.delete_service(uuid, booking.actor, uuid) is 'See booking_v1.delete_service.';
