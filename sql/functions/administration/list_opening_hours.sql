-- Called by booking_v1.list_opening_hours and booking_v1.import_opening_hours only. Takes no locks.
create or replace function booking.list_opening_hours(p_tenant_id uuid, p_actor booking.actor)
returns table (opening_hours_id uuid, weekday integer, start_time time, end_time time)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_opening_hours'
    );
    return query
    select h.opening_hours_id, h.weekday, h.start_time, h.end_time
    from booking.opening_hours as h
    where h.tenant_id = p_tenant_id
    order by h.weekday, h.start_time;
end
$function$;

comment on function booking.list_opening_hours(uuid, booking.actor) is 'See booking_v1.list_opening_hours.';
