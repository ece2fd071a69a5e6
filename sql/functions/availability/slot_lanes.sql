-- The one predicate of listing and booking: which lanes can take a booking of these terms at which starts
-- of the grid. available_slots asks for a stretch, create_booking for one instant; what is not returned
-- here is refused there.
create or replace function booking.slot_lanes(
    p_tenant_id uuid,
    p_terms booking.terms,
    p_resource_ids uuid[],
    p_starts tstzmultirange,
    p_window tstzrange,
    p_clock booking.clock,
    p_duration interval,
    p_except_booking_id uuid,
    p_limit integer
)
returns table (starts_at timestamptz, resource_id uuid, unit integer)
language sql
stable
as $function$
    with lane as materialized (
        select t.resource_id, t.unit, f.starts * p_starts as starts
        from booking.lane_time(p_tenant_id, p_resource_ids, p_window, p_clock, p_except_booking_id) as t
        cross join lateral booking.feasible_starts(
            t.hours - t.closed - t.claimed,
            (p_terms).buffer_before, p_duration, (p_terms).buffer_after
        ) as f
    ),

    slot as (
        select g.starts_at
        from (select range_agg(l.starts) as starts from lane as l) as s
        cross join lateral booking.grid_starts(
            s.starts, p_clock, (p_terms).slot_interval, (p_terms).slot_offset
        ) as g
        order by g.starts_at
        limit p_limit
    )

    select s.starts_at, l.resource_id, l.unit
    from slot as s
    join lane as l on l.starts @> s.starts_at
$function$;

comment on function booking.slot_lanes(
    uuid, booking.terms, uuid[], tstzmultirange, tstzrange, booking.clock, interval, uuid, integer
) is
'The first p_limit starts on the grid at which a lane is free, with every such lane. '
'p_window: booking.window_of the starts; p_clock: the tenant''s, around it.';
