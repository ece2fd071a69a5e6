-- Every start of the grid within working hours, and how it stands. Called by booking_v1.slot_calendar only.
create or replace function booking.slot_calendar(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_service_id uuid,
    p_from timestamptz,
    p_to timestamptz,
    p_resource_id uuid,
    p_limit integer,
    p_after timestamptz
)
returns table (starts_at timestamptz, ends_at timestamptz, status text)
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
    v_actor booking.actor;
    v_terms booking.terms;
    v_resource_ids uuid[];
    v_wanted tstzmultirange;
    v_permitted tstzmultirange;
    v_window tstzrange;
    v_grid booking.grid;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'slot_calendar'
    );
    perform booking.check_window(p_from => p_from, p_to => p_to, p_most_days => 200);
    perform booking.check_limit(p_limit => p_limit);
    v_terms := booking.booking_terms(
        p_tenant_id => p_tenant_id, p_service_id => p_service_id, p_role => v_actor.role
    );
    perform booking.check_offered(p_actor => v_actor, p_terms => v_terms);
    v_resource_ids := booking.candidates(
        p_terms => v_terms, p_resource_id => p_resource_id, p_duration => v_terms.duration, p_party_size => 1
    );
    v_wanted := tstzmultirange(tstzrange(p_from, p_to) * tstzrange(p_after, null, '()'));
    if isempty(v_wanted) then
        return;
    end if;
    v_permitted := booking.permitted_starts(
        p_tenant_id => p_tenant_id, p_terms => v_terms, p_wanted => range_merge(v_wanted),
        p_now => booking.now()
    );
    v_window := booking.window_of(
        p_starts => v_wanted, p_before => v_terms.buffer_before, p_duration => v_terms.duration,
        p_after => v_terms.buffer_after
    );
    v_grid := booking.grid_of(
        p_time_zone => v_terms.time_zone, p_window => v_window,
        p_interval => v_terms.slot_interval, p_offset => v_terms.slot_offset
    );
    return query
    with starts as materialized (
        select
            range_agg(worked.starts) * v_wanted as worked,
            coalesce(range_agg(unclosed.starts), '{}') * v_permitted as bookable,
            coalesce(range_agg(free.starts), '{}') * v_permitted as available
        from booking.lane_time(p_tenant_id, v_resource_ids, v_window, null) as t
        cross join lateral booking.feasible_starts(
            t.hours, v_terms.buffer_before, v_terms.duration, v_terms.buffer_after
        ) as worked
        cross join lateral booking.feasible_starts(
            t.hours - t.closed, v_terms.buffer_before, v_terms.duration, v_terms.buffer_after
        ) as unclosed
        cross join lateral booking.feasible_starts(
            t.hours - t.closed - t.claimed, v_terms.buffer_before, v_terms.duration, v_terms.buffer_after
        ) as free
    )

    select
        g.starts_at,
        g.starts_at + v_terms.duration,
        case
            when s.available @> g.starts_at then 'available'
            when s.bookable @> g.starts_at then 'booked'
            else 'unavailable'
        end
    from starts as s
    cross join lateral booking.grid_starts(s.worked, v_grid) as g
    order by g.starts_at
    limit p_limit;
end
$function$;

comment on function booking.slot_calendar(
    uuid, booking.actor, uuid, timestamptz, timestamptz, uuid, integer, timestamptz
) is
'See booking_v1.slot_calendar.';
