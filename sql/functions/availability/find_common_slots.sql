-- The earliest times at which enough of some resources are free together. The grid is laid only over the starts
-- that are feasible for enough of them. Called by booking_v1.find_common_slots only. Takes no locks.
create or replace function booking.find_common_slots(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_resource_ids uuid[],
    p_required integer,
    p_from timestamptz,
    p_to timestamptz,
    p_duration interval,
    p_limit integer,
    p_slot_interval interval
)
returns table (starts_at timestamptz, ends_at timestamptz, resource_ids uuid[])
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_memoize = off -- its keys are whole multiranges, and no two are alike
as $function$
declare
    v_time_zone text;
    v_from timestamptz := greatest(p_from, booking.now());
    v_window tstzrange;
    v_duration interval := booking.elapsed_time(p_duration);
    v_slot_interval interval := booking.elapsed_time(p_slot_interval);
    v_grid booking.grid;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'find_common_slots'
    );
    perform booking.check_window(p_from => p_from, p_to => p_to, p_most_days => 200);
    perform booking.check_limit(p_limit => p_limit);
    perform booking.check_duration(p_duration => v_duration, p_argument => 'p_duration');
    perform booking.check_slot_interval(p_slot_interval => v_slot_interval);
    perform booking.check_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => p_resource_ids, p_argument => 'p_resource_ids'
    );
    perform booking.check_argument(
        p_is_valid => p_required between 1 and (
            select count(distinct i.resource_id)
            from unnest(p_resource_ids) as i (resource_id)
        ),
        p_argument => 'p_required', p_message => 'must be between 1 and the number of different resources'
    );
    select t.time_zone into v_time_zone from booking.tenant as t where t.tenant_id = p_tenant_id;
    if v_from >= p_to then
        return;
    end if;
    v_window := tstzrange(v_from, p_to + v_duration);
    v_grid := booking.grid_of(
        p_time_zone => v_time_zone, p_window => v_window, p_interval => v_slot_interval, p_offset => interval '0'
    );
    return query
    with person as materialized (
        select t.resource_id, coalesce(range_agg(f.starts), '{}') * tstzmultirange(tstzrange(v_from, p_to)) as starts
        from booking.lane_time(p_tenant_id, p_resource_ids, v_window, null) as t
        cross join lateral booking.feasible_starts(
            t.hours - t.closed - t.claimed, interval '0', v_duration, interval '0'
        ) as f
        group by t.resource_id
    ),

    common as (
        select booking.at_least(array_agg(p.starts), p_required) as starts
        from person as p
    ),

    slot as (
        select g.starts_at
        from common as c
        cross join lateral booking.grid_starts(c.starts, v_grid) as g
        order by g.starts_at
        limit p_limit
    )

    select s.starts_at, s.starts_at + v_duration, array_agg(p.resource_id order by p.resource_id)
    from slot as s
    join person as p on p.starts @> s.starts_at
    group by s.starts_at
    order by s.starts_at;
end
$function$;

comment on function booking.find_common_slots(
    uuid, booking.actor, uuid[], integer, timestamptz, timestamptz, interval, integer, interval
) is 'See booking_v1.find_common_slots.';
