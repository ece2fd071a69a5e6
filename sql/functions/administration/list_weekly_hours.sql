-- Called by booking_v1.list_weekly_hours and booking_v1.set_weekly_hours only. Takes no locks.
create or replace function booking.list_weekly_hours(
    p_tenant_id uuid, p_actor booking.actor, p_resource_id uuid, p_limit integer, p_after uuid
)
returns table (
    weekly_hours_id uuid, resource_id uuid, weekday integer, start_time time, end_time time,
    valid_from date, valid_until date, preference integer
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_weekly_hours'
    );
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (
                order by w.resource_id, w.weekday, w.start_time, w.valid_from, w.weekly_hours_id
            ) as position,
            w.weekly_hours_id, w.resource_id, w.weekday, w.start_time, w.end_time,
            nullif(w.valid_from, '-infinity') as valid_from,
            nullif(w.valid_until, 'infinity') as valid_until, w.preference
        from booking.weekly_hours as w
        where w.tenant_id = p_tenant_id and (p_resource_id is null or w.resource_id = p_resource_id)
    )

    select
        l.weekly_hours_id, l.resource_id, l.weekday, l.start_time, l.end_time, l.valid_from,
        l.valid_until, l.preference
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.weekly_hours_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_weekly_hours(uuid, booking.actor, uuid, integer, uuid) is
'See booking_v1.list_weekly_hours.';
