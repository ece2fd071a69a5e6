-- Called by booking_v1.delete_holiday only. Locks the tenant's resources, exclusively. Writes holiday.
create or replace function booking.delete_holiday(
    p_tenant_id uuid, p_actor booking.actor, p_holiday_id uuid
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
        p_function => 'delete_holiday'
    );
    perform booking.lock_tenant_resources(p_tenant_id => p_tenant_id);
    delete from booking.holiday as h
    where h.tenant_id = p_tenant_id and h.holiday_id = p_holiday_id;
    perform booking.check_found(
        p_is_found => found, p_argument => 'p_holiday_id', p_what => 'holiday'
    );
end
$function$;

comment on function booking.delete_holiday(uuid, booking.actor, uuid) is
'See booking_v1.delete_holiday.';
