-- The earliest times at which enough of some resources are free together. A sweep over the bounds of
-- everybody's feasible starts counts how many are free; the grid is laid only over what remains. Called by
-- booking_v1.find_common_slots only. Takes no locks.
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
as $function$
declare
    v_time_zone text;
    v_known bigint;
    v_from timestamptz := greatest(p_from, booking.now());
    v_window tstzrange;
    v_clock booking.clock;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'find_common_slots'
    );
    perform booking.check_window(p_from => p_from, p_to => p_to, p_most_days => 200);
    perform booking.check_limit(p_limit => p_limit);
    perform booking.check_argument(
        p_is_valid => p_duration > interval '0' and p_duration <= interval '744 hours'
            and extract(day from p_duration) = 0 and extract(month from p_duration) = 0,
        p_argument => 'p_duration', p_message => 'must be positive hours and minutes, at most 744 hours'
    );
    perform booking.check_argument(
        p_is_valid => p_slot_interval between interval '1 minute' and interval '24:00'
            and extract(second from p_slot_interval) = 0,
        p_argument => 'p_slot_interval', p_message => 'must be whole minutes, at most a day'
    );
    perform booking.check_argument(
        p_is_valid => cardinality(p_resource_ids) between 1 and 1000, p_argument => 'p_resource_ids',
        p_message => 'must name between 1 and 1000 resources'
    );
    perform booking.check_argument(
        p_is_valid => p_required between 1 and cardinality(p_resource_ids), p_argument => 'p_required',
        p_message => 'must be between 1 and the number of resources'
    );
    select t.time_zone into v_time_zone from booking.tenant as t where t.tenant_id = p_tenant_id;
    select count(*) into v_known
    from booking.resource as r
    where r.tenant_id = p_tenant_id and r.resource_id = any(p_resource_ids);
    if v_known <> (select count(distinct i.id) from unnest(p_resource_ids) as i (id)) then
        perform booking.raise_error(
            p_code => 'not_found', p_message => 'not all of these resources exist',
            p_details => jsonb_build_object('argument', 'p_resource_ids')
        );
    end if;
    if v_from >= p_to then
        return;
    end if;
    v_window := tstzrange(v_from, p_to + p_duration);
    v_clock := booking.clock_of(p_time_zone => v_time_zone, p_window => v_window);
    return query
    with person as materialized (
        select t.resource_id, range_agg(f.starts) * tstzmultirange(tstzrange(v_from, p_to)) as starts
        from booking.lane_time(p_tenant_id, p_resource_ids, v_window, v_clock, null) as t
        cross join lateral booking.feasible_starts(
            t.hours - t.closed - t.claimed, interval '0', p_duration, interval '0'
        ) as f
        group by t.resource_id
    ),

    bound as (
        -- starts are closed ranges: whoever becomes free counts before whoever ceases to be
        select b.at, sum(b.step) as step, b.step < 0 as is_end
        from person as p
        cross join lateral unnest(p.starts) as s (during)
        cross join lateral (values (lower(s.during), 1), (upper(s.during), -1)) as b (at, step)
        group by b.at, b.step < 0
    ),

    level as (
        select
            b.at,
            sum(b.step) over (order by b.at, b.is_end) as free,
            lead(b.at) over (order by b.at, b.is_end) as until_at
        from bound as b
    ),

    common as (
        select range_agg(tstzrange(l.at, l.until_at, '[]')) as starts
        from level as l
        where l.free >= p_required
    ),

    slot as (
        select g.starts_at
        from common as c
        cross join lateral booking.grid_starts(
            c.starts, v_clock, p_slot_interval, interval '0'
        ) as g
        where g.starts_at < p_to
        order by g.starts_at
        limit p_limit
    )

    select s.starts_at, s.starts_at + p_duration, array_agg(p.resource_id order by p.resource_id)
    from slot as s
    join person as p on p.starts @> s.starts_at
    group by s.starts_at
    order by s.starts_at;
end
$function$;

comment on function booking.find_common_slots(
    uuid, booking.actor, uuid[], integer, timestamptz, timestamptz, interval, integer, interval
) is 'See booking_v1.find_common_slots.';
