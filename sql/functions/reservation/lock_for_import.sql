-- After the lock of the booking, if it is there, as in every command.
create or replace function booking.lock_for_import(p_tenant_id uuid, p_import booking.booking_import)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_import.resource_id is null then
        perform booking.lock_for_booking(
            p_tenant_id => p_tenant_id, p_service_id => p_import.service_id, p_resource_id => null
        );
        return;
    end if;
    perform booking.lock_resources(p_tenant_id => p_tenant_id, p_resource_ids => array[p_import.resource_id]);
    perform booking.check_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => array[p_import.resource_id], p_argument => 'p_resource_id'
    );
end
$function$;

comment on function booking.lock_for_import(uuid, booking.booking_import) is
'Locks who may serve an imported booking, shared: the one that is named, of whichever service, or all of the service''s.
Raises not_found on a resource that is none.';
