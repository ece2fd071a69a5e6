-- Called by booking_v1.upsert_date_override only. Locks the resource, and the one whose override it was, or
-- all where it is the tenant's, exclusively. Writes date_override.
create or replace function booking.upsert_date_override(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_on_date date,
    p_start_time time,
    p_end_time time,
    p_resource_id uuid,
    p_reason text,
    p_date_override_id uuid
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
    v_date_override_id uuid;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'upsert_date_override'
    );
    perform booking.check_date(p_date => p_on_date, p_argument => 'p_on_date');
    perform booking.check_argument(
        p_is_valid => p_start_time is null or p_start_time < '24:00', p_argument => 'p_start_time',
        p_message => 'must be a time before 24:00'
    );
    perform booking.check_argument(
        p_is_valid => (p_start_time is null) = (p_end_time is null), p_argument => 'p_end_time',
        p_message => 'must be given with p_start_time, and only with it'
    );
    perform booking.check_text(p_text => p_reason, p_argument => 'p_reason', p_most => 500);
    perform booking.lock_tenant(p_tenant_id); -- whose it is, is asked under the lock
    perform booking.lock_tenant_resources(
        p_tenant_id => p_tenant_id,
        p_resource_ids => p_resource_id || array(
            select v.resource_id
            from booking.date_override as v
            where v.tenant_id = p_tenant_id and v.date_override_id = p_date_override_id
        ),
        p_actor => v_actor
    );
    if p_resource_id is not null then
        perform booking.check_resources(
            p_tenant_id => p_tenant_id, p_resource_ids => array[p_resource_id], p_argument => 'p_resource_id'
        );
    end if;

    -- without an id, the override of the same date and times is the one that is meant
    v_date_override_id := coalesce(
        p_date_override_id,
        (
            select v.date_override_id
            from booking.date_override as v
            where
                v.tenant_id = p_tenant_id and v.resource_id is not distinct from p_resource_id
                and v.on_date = p_on_date and v.start_time is not distinct from p_start_time
                and v.end_time is not distinct from p_end_time
            limit 1
        ),
        gen_random_uuid()
    );
    perform booking.check_argument(
        p_is_valid => not exists (
            select
            from booking.date_override as v
            where
                v.tenant_id = p_tenant_id and v.resource_id is not distinct from p_resource_id
                and v.on_date = p_on_date and v.date_override_id <> v_date_override_id
                and (v.start_time is null) <> (p_start_time is null)
        ),
        p_argument => 'p_on_date',
        p_message => 'has an override that says the contrary (closed, or windows); delete or change that one'
    );
    insert into booking.date_override
    (tenant_id, date_override_id, resource_id, on_date, start_time, end_time, reason)
    values (
        p_tenant_id, v_date_override_id, p_resource_id, p_on_date, p_start_time, p_end_time,
        nullif(p_reason, '')
    )
    on conflict (tenant_id, date_override_id) do update
        set
            resource_id = excluded.resource_id, on_date = excluded.on_date,
            start_time = excluded.start_time, end_time = excluded.end_time, reason = excluded.reason;
    return v_date_override_id;
end
$function$;

comment on function booking.upsert_date_override(
    uuid, booking.actor, date, time, time, uuid, text, uuid
) is 'See booking_v1.upsert_date_override.';
