-- A lane is one unit of one resource: what a claim takes. For each lane: when it is at work (opening hours
-- included), when it is closed all the same, and when it is taken.
create or replace function booking.lane_time(
    p_tenant_id uuid,
    p_resource_ids uuid[],
    p_window tstzrange,
    p_clock booking.clock,
    p_except_booking_id uuid
)
returns table (
    resource_id uuid, unit integer, hours tstzmultirange, closed tstzmultirange, claimed tstzmultirange
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_time_zone text := p_clock.time_zone;
    v_opening_hours tstzmultirange := booking.hours(
        p_tenant_id => p_tenant_id, p_resource_id => null, p_clock => p_clock
    );
begin
    return query
    select r.resource_id, u.unit, r.hours, r.closed, coalesce(k.during, '{}')
    from (
        select
            r.resource_id, r.units,
            v_opening_hours * booking.hours(p_tenant_id, r.resource_id, z.clock) as hours,
            booking.closed_time(p_tenant_id, r.resource_id, p_window, z.clock) as closed
        from unnest(p_resource_ids) as c (resource_id)
        join booking.resource as r on r.tenant_id = p_tenant_id and r.resource_id = c.resource_id
        cross join lateral (
            select case
                when r.time_zone = v_time_zone then p_clock
                else booking.clock_of(r.time_zone, p_window)
            end as clock
            offset 0 -- one clock for both
        ) as z
        where r.is_active
        offset 0 -- hours are those of the resource, whatever its number of units
    ) as r
    cross join lateral generate_series(1, r.units) as u (unit)
    cross join lateral (
        select range_agg(tstzrange(k.starts_at, k.ends_at)) as during
        from booking.claims(p_tenant_id, r.resource_id, u.unit, p_window) as k
        where k.booking_id is distinct from p_except_booking_id
    ) as k;
end
$function$;

comment on function booking.lane_time(uuid, uuid[], tstzrange, booking.clock, uuid) is
'Working, closed and taken time of each unit of active resources. p_clock: the tenant''s, around p_window.
p_except_booking_id null: every claim counts.';
