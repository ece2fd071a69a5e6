create or replace function booking.closed_time(
    p_tenant_id uuid,
    p_resource_id uuid,
    p_window tstzrange,
    p_clock booking.clock
)
returns tstzmultirange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_local tsrange[];
begin
    select array_agg(c.during) into v_local
    from booking.closures(p_tenant_id, p_resource_id, p_window) as c;
    return booking.instants(p_local => v_local, p_clock => p_clock);
end
$function$;

comment on function booking.closed_time(uuid, uuid, tstzrange, booking.clock) is
'All closures of a resource in and around a window, by its clock.';
