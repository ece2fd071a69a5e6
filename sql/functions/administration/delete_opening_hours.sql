-- Called by booking_v1.delete_opening_hours only. Locks the tenant's resources, exclusively. Writes opening_hours.
create or replace function booking.delete_opening_hours(
    p_tenant_id uuid, p_actor booking.actor, p_opening_hours_id uuid
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
        p_function => 'delete_opening_hours'
    );
    perform booking.lock_tenant_resources(p_tenant_id => p_tenant_id);
    delete from booking.opening_hours as h
    where h.tenant_id = p_tenant_id and h.opening_hours_id = p_opening_hours_id;
    perform booking.check_found(
        p_is_found => found, p_argument => 'p_opening_hours_id', p_what => 'opening hours'
    );
end
$function$;

comment on function booking.delete_opening_hours(uuid, booking.actor, uuid) is
'See booking_v1.delete_opening_hours.';
