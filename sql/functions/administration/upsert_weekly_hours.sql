-- Called by booking_v1.upsert_weekly_hours only. Locks the resource, and the one whose hours they were,
-- exclusively. Writes weekly_hours.
create or replace function booking.upsert_weekly_hours(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_resource_id uuid,
    p_weekday integer,
    p_start_time time,
    p_end_time time,
    p_valid_from date,
    p_valid_until date,
    p_preference integer,
    p_weekly_hours_id uuid
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
    v_valid_from date := coalesce(p_valid_from, '-infinity');
    v_valid_until date := coalesce(p_valid_until, 'infinity');
    v_weekly_hours_id uuid;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'upsert_weekly_hours'
    );
    perform booking.check_weekly_window(
        p_weekday => p_weekday, p_start_time => p_start_time, p_end_time => p_end_time
    );
    if p_valid_from is not null then
        perform booking.check_date(p_date => p_valid_from, p_argument => 'p_valid_from');
    end if;
    if p_valid_until is not null then
        perform booking.check_date(p_date => p_valid_until, p_argument => 'p_valid_until');
    end if;
    perform booking.check_argument(
        p_is_valid => v_valid_from <= v_valid_until, p_argument => 'p_valid_until',
        p_message => 'must not be before p_valid_from'
    );
    perform booking.check_argument(
        p_is_valid => coalesce(p_preference, 0) between -100 and 100, p_argument => 'p_preference',
        p_message => 'must be between -100 and 100'
    );
    perform booking.lock_tenant(p_tenant_id); -- whose it is, is asked under the lock
    perform booking.lock_tenant_resources(
        p_tenant_id => p_tenant_id,
        p_resource_ids => p_resource_id || array(
            select w.resource_id
            from booking.weekly_hours as w
            where w.tenant_id = p_tenant_id and w.weekly_hours_id = p_weekly_hours_id
        ),
        p_actor => v_actor
    );
    perform booking.check_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => array[p_resource_id], p_argument => 'p_resource_id'
    );

    -- without an id, the hours of the same times are the ones that are meant
    v_weekly_hours_id := coalesce(
        p_weekly_hours_id,
        (
            select w.weekly_hours_id
            from booking.weekly_hours as w
            where
                w.tenant_id = p_tenant_id and w.resource_id = p_resource_id and w.weekday = p_weekday
                and w.start_time = p_start_time and w.end_time = p_end_time
                and w.valid_from = v_valid_from and w.valid_until = v_valid_until
            limit 1
        ),
        gen_random_uuid()
    );
    insert into booking.weekly_hours
    (
        tenant_id, weekly_hours_id, resource_id, weekday, start_time, end_time, valid_from, valid_until,
        preference
    )
    values (
        p_tenant_id, v_weekly_hours_id, p_resource_id, p_weekday, p_start_time, p_end_time, v_valid_from,
        v_valid_until, coalesce(p_preference, 0)
    )
    on conflict (tenant_id, weekly_hours_id) do update
        set
            resource_id = excluded.resource_id, weekday = excluded.weekday,
            start_time = excluded.start_time, end_time = excluded.end_time,
            valid_from = excluded.valid_from, valid_until = excluded.valid_until,
            preference = excluded.preference;
    return v_weekly_hours_id;
end
$function$;

comment on function booking.upsert_weekly_hours(
    uuid, booking.actor, uuid, integer, time, time, date, date, integer, uuid
) is 'See booking_v1.upsert_weekly_hours.';
