-- Called by booking_v1.list_weekly_hours and booking_v1.set_weekly_hours only. Takes no locks.
create or replace function booking.list_weekly_hours(
    p_tenant_id uuid, p_actor booking.actor, p_resource_id uuid
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
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_weekly_hours'
    );
    return query
    select
        w.weekly_hours_id, w.resource_id, w.weekday, w.start_time, w.end_time,
        nullif(w.valid_from, '-infinity'), nullif(w.valid_until, 'infinity'), w.preference
    from booking.weekly_hours as w
    where w.tenant_id = p_tenant_id and (p_resource_id is null or w.resource_id = p_resource_id)
    order by w.resource_id, w.weekday, w.start_time, w.valid_from, w.weekly_hours_id;
end
$function$;

comment on function booking.list_weekly_hours(uuid, booking.actor, uuid) is 'See booking_v1.list_weekly_hours.';
