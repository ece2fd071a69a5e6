-- At which starts of the grid a booking of these terms can begin, and who can take it. take_lane asks the same of one
-- instant and resource_refusals says why not, all from the time that lane_time gives; that they agree is what
-- tests/test_property.py is about. The grid is laid over what all lanes together can take, and only what the caller
-- gets is looked up in each of them; of a single lane there is nothing to look up.
create or replace function booking.slot_lanes(
    p_tenant_id uuid,
    p_terms booking.terms,
    p_resource_ids uuid[],
    p_starts tstzmultirange,
    p_window tstzrange,
    p_grid booking.grid,
    p_duration interval,
    p_except_booking_id uuid,
    p_limit integer
)
returns table (starts_at timestamptz, resource_ids uuid[], lane_count bigint)
language sql
stable
as $function$
    with lane as materialized (
        select t.resource_id, f.starts * p_starts as starts
        from booking.lane_time(p_tenant_id, p_resource_ids, p_window, p_except_booking_id) as t
        cross join lateral booking.feasible_starts(
            t.hours - t.closed - t.claimed,
            (p_terms).buffer_before, p_duration, (p_terms).buffer_after
        ) as f
    ),

    whole as materialized (
        select range_agg(l.starts) as starts, array_agg(l.resource_id) as resource_ids, count(*) as lane_count
        from lane as l
    )

    select
        s.starts_at,
        case
            when (select w.lane_count from whole as w) = 1 then (select w.resource_ids from whole as w)
            else (select array_agg(distinct l.resource_id) from lane as l where l.starts @> s.starts_at)
        end,
        case
            when (select w.lane_count from whole as w) = 1 then 1
            else (select count(*) from lane as l where l.starts @> s.starts_at)
        end
    from (
        select g.starts_at
        from whole as w
        cross join lateral booking.grid_starts(w.starts, p_grid) as g
        order by g.starts_at
        limit p_limit
    ) as s
    order by s.starts_at
$function$;

comment on function booking.slot_lanes(
    uuid, booking.terms, uuid[], tstzmultirange, tstzrange, booking.grid, interval, uuid, integer
) is
'The first p_limit starts on the grid at which a lane is free, with the resources and the number of all such lanes. '
'p_window: booking.window_of the starts; p_grid: the service''s, around it.';
