-- Called by booking_v1.upsert_time_off only. Locks the resource, and the one whose absence it was,
-- exclusively. Writes time_off.
create or replace function booking.upsert_time_off(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_resource_id uuid,
    p_starts_on date,
    p_ends_on date,
    p_start_time time,
    p_end_time time,
    p_reason text,
    p_time_off_id uuid
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
    v_actor booking.actor;
    v_ends_on date := coalesce(p_ends_on, p_starts_on);
    v_starts_local timestamp;
    v_ends_local timestamp;
    v_time_off_id uuid;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'upsert_time_off'
    );
    perform booking.check_date(p_date => p_starts_on, p_argument => 'p_starts_on');
    perform booking.check_date(p_date => v_ends_on, p_argument => 'p_ends_on');
    perform booking.check_argument(
        p_is_valid => v_ends_on >= p_starts_on, p_argument => 'p_ends_on',
        p_message => 'must not be before p_starts_on'
    );
    v_starts_local := p_starts_on + coalesce(p_start_time, '00:00');
    v_ends_local := v_ends_on + coalesce(p_end_time, '24:00');
    perform booking.check_argument(
        p_is_valid => v_starts_local < v_ends_local, p_argument => 'p_end_time',
        p_message => 'must be after the start; past midnight, p_ends_on is the next date'
    );
    perform booking.check_text(p_text => p_reason, p_argument => 'p_reason', p_most => 500);
    perform booking.lock_tenant(p_tenant_id); -- whose it is, is asked under the lock
    perform booking.lock_tenant_resources(
        p_tenant_id => p_tenant_id,
        p_resource_ids => p_resource_id || array(
            select f.resource_id
            from booking.time_off as f
            where f.tenant_id = p_tenant_id and f.time_off_id = p_time_off_id
        ),
        p_actor => v_actor
    );
    perform booking.check_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => array[p_resource_id], p_argument => 'p_resource_id'
    );

    -- without an id, the absence of the same times is the one that is meant
    v_time_off_id := coalesce(
        p_time_off_id,
        (
            select f.time_off_id
            from booking.time_off as f
            where
                f.tenant_id = p_tenant_id and f.resource_id = p_resource_id
                and f.starts_local = v_starts_local and f.ends_local = v_ends_local
            limit 1
        ),
        gen_random_uuid()
    );
    insert into booking.time_off (tenant_id, time_off_id, resource_id, starts_local, ends_local, reason)
    values (p_tenant_id, v_time_off_id, p_resource_id, v_starts_local, v_ends_local, nullif(p_reason, ''))
    on conflict (tenant_id, time_off_id) do update
        set
            resource_id = excluded.resource_id, starts_local = excluded.starts_local,
            ends_local = excluded.ends_local, reason = excluded.reason;
    return v_time_off_id;
end
$function$;

comment on function booking.upsert_time_off(
    uuid, booking.actor, uuid, date, date, time, time, text, uuid
) is 'See booking_v1.upsert_time_off.';
