-- Called by booking_v1.import_opening_hours only. Locks the tenant's resources, exclusively. Writes
-- opening_hours. A week without a window is refused: no opening hours at all would mean open at any time.
create or replace function booking.import_opening_hours(
    p_tenant_id uuid, p_actor booking.actor, p_hours jsonb
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
        p_function => 'import_opening_hours'
    );
    perform booking.lock_tenant_resources(p_tenant_id => p_tenant_id);
    delete from booking.opening_hours as h where h.tenant_id = p_tenant_id;
    insert into booking.opening_hours (tenant_id, weekday, start_time, end_time)
    select p_tenant_id, h.weekday, h.start_time, h.end_time
    from booking.week_windows(p_hours) as h;
    perform booking.check_argument(
        p_is_valid => found, p_argument => 'p_hours',
        p_message => 'must have a day that is open; without any opening hours nothing would be restricted'
    );
end
$function$;

comment on function booking.import_opening_hours(uuid, booking.actor, jsonb) is
'See booking_v1.import_opening_hours.';
