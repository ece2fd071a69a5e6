-- Called by booking_v1.list_opening_hours and booking_v1.import_opening_hours only. Takes no locks.
create or replace function booking.list_opening_hours(
    p_tenant_id uuid, p_actor booking.actor, p_limit integer, p_after uuid
)
returns table (opening_hours_id uuid, weekday integer, start_time time, end_time time)
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
        p_function => 'list_opening_hours'
    );
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (order by h.weekday, h.start_time, h.opening_hours_id) as position,
            h.opening_hours_id, h.weekday, h.start_time, h.end_time
        from booking.opening_hours as h
        where h.tenant_id = p_tenant_id
    )

    select l.opening_hours_id, l.weekday, l.start_time, l.end_time
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.opening_hours_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_opening_hours(uuid, booking.actor, integer, uuid) is
'See booking_v1.list_opening_hours.';
