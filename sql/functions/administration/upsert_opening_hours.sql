-- Called by booking_v1.upsert_opening_hours only. Locks the tenant's resources, exclusively. Writes
-- opening_hours.
create or replace function booking.upsert_opening_hours(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_weekday integer,
    p_start_time time,
    p_end_time time,
    p_opening_hours_id uuid
)
returns uuid
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_same_id uuid;
    v_opening_hours_id uuid;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'upsert_opening_hours'
    );
    perform booking.check_weekly_window(
        p_weekday => p_weekday, p_start_time => p_start_time, p_end_time => p_end_time
    );
    perform booking.lock_tenant_resources(p_tenant_id => p_tenant_id);

    -- without an id, the hours that begin then are the ones that are meant
    select h.opening_hours_id into v_same_id
    from booking.opening_hours as h
    where h.tenant_id = p_tenant_id and h.weekday = p_weekday and h.start_time = p_start_time;
    v_opening_hours_id := coalesce(p_opening_hours_id, v_same_id, gen_random_uuid());
    perform booking.check_argument(
        p_is_valid => coalesce(v_same_id, v_opening_hours_id) = v_opening_hours_id,
        p_argument => 'p_start_time', p_message => 'is that of other opening hours on this weekday'
    );
    insert into booking.opening_hours (tenant_id, opening_hours_id, weekday, start_time, end_time)
    values (p_tenant_id, v_opening_hours_id, p_weekday, p_start_time, p_end_time)
    on conflict (tenant_id, opening_hours_id) do update
        set weekday = excluded.weekday, start_time = excluded.start_time, end_time = excluded.end_time;
    return v_opening_hours_id;
end
$function$;

comment on function booking.upsert_opening_hours(uuid, booking.actor, integer, time, time, uuid) is
'See booking_v1.upsert_opening_hours.';
