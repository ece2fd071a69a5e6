-- The hours and closures of a resource from the rules themselves. Much work: timetable keeps what it comes to.
create or replace function booking.working_time(p_tenant_id uuid, p_resource_id uuid, p_window tstzrange)
returns booking.working_time
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_tenant_zone text;
    v_resource_zone text;
    v_tenant_clock booking.clock;
    v_resource_clock booking.clock;
    v_time booking.working_time;
begin
    select t.time_zone, r.time_zone into v_tenant_zone, v_resource_zone
    from booking.resource as r
    join booking.tenant as t on t.tenant_id = r.tenant_id
    where r.tenant_id = p_tenant_id and r.resource_id = p_resource_id;
    v_tenant_clock := booking.clock_of(p_time_zone => v_tenant_zone, p_window => p_window);
    v_resource_clock := v_tenant_clock;
    if v_resource_zone <> v_tenant_zone then
        v_resource_clock := booking.clock_of(p_time_zone => v_resource_zone, p_window => p_window);
    end if;
    v_time.hours := booking.hours(
        p_tenant_id => p_tenant_id, p_resource_id => null, p_clock => v_tenant_clock
    ) * booking.hours(
        p_tenant_id => p_tenant_id, p_resource_id => p_resource_id, p_clock => v_resource_clock
    );
    v_time.closed := booking.closed_time(
        p_tenant_id => p_tenant_id, p_resource_id => p_resource_id, p_window => p_window,
        p_clock => v_resource_clock
    );
    return v_time;
end
$function$;

comment on function booking.working_time(uuid, uuid, tstzrange) is
'When a resource is at work and when closed, in a window and around it, by the rules as they stand.';
