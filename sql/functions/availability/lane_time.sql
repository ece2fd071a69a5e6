-- A lane is one unit of one resource: what a claim takes. For each lane: the time of its resource, and when it is
-- taken.
create or replace function booking.lane_time(
    p_tenant_id uuid,
    p_resource_ids uuid[],
    p_window tstzrange,
    p_except_booking_id uuid
)
returns table (
    resource_id uuid, unit integer, hours tstzmultirange, closed tstzmultirange, claimed tstzmultirange
)
language sql
stable
as $function$
    select r.resource_id, u.unit, r.hours, r.closed, coalesce(k.during, '{}')
    from booking.resource_time(p_tenant_id, p_resource_ids, p_window) as r
    cross join lateral generate_series(1, r.units) as u (unit)
    cross join lateral (
        select range_agg(tstzrange(k.starts_at, k.ends_at)) as during
        from booking.claims(p_tenant_id, r.resource_id, u.unit, p_window) as k
        where k.booking_id is distinct from p_except_booking_id
    ) as k
$function$;

comment on function booking.lane_time(uuid, uuid[], tstzrange, uuid) is
'Working, closed and taken time of each unit of active resources, in a window and around it.
p_except_booking_id null: every claim counts.';
