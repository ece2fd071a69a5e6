-- The starts that can be booked, with who can serve them. Called by booking_v1.available_slots only.
-- Takes no locks.
create or replace function booking.available_slots(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_service_id uuid,
    p_from timestamptz,
    p_to timestamptz,
    p_resource_id uuid,
    p_duration interval,
    p_party_size integer,
    p_hold_token uuid,
    p_limit integer,
    p_after timestamptz
)
returns table (
    starts_at timestamptz, ends_at timestamptz, resource_ids uuid[], seats_left integer,
    price numeric, currency text
)
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
    v_duration interval;
    v_resource_ids uuid[];
    v_starts tstzmultirange;
    v_window tstzrange;
    v_grid booking.grid;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'available_slots'
    );
    perform booking.check_window(p_from => p_from, p_to => p_to, p_most_days => 200);
    perform booking.check_limit(p_limit => p_limit);
    perform booking.check_party_size(p_party_size => p_party_size);
    v_terms := booking.booking_terms(
        p_tenant_id => p_tenant_id, p_service_id => p_service_id, p_role => v_actor.role
    );
    perform booking.check_offered(p_actor => v_actor, p_terms => v_terms);
    v_duration := booking.chosen_duration(p_terms => v_terms, p_duration => p_duration);
    v_resource_ids := booking.candidates(
        p_terms => v_terms, p_resource_id => p_resource_id, p_duration => v_duration,
        p_party_size => p_party_size
    );
    -- each row has the ids of all who are free: a few bytes of a stranger's must not become a hundred megabytes
    perform booking.check_argument(
        p_is_valid => p_limit::bigint * cardinality(v_resource_ids) <= 2000000, p_argument => 'p_limit',
        p_message => format(
            'must be at most %s of %s resources; ask for the next page with p_after',
            2000000 / greatest(cardinality(v_resource_ids), 1), cardinality(v_resource_ids)
        )
    );
    v_starts := booking.permitted_starts(
        p_tenant_id => p_tenant_id, p_terms => v_terms,
        p_wanted => tstzrange(p_from, p_to) * tstzrange(p_after, null, '()'), p_now => booking.now()
    );
    if isempty(v_starts) or p_hold_token is not null then
        return; -- nothing is permitted; or the hold is lost, since nothing makes holds yet
    end if;
    v_window := booking.window_of(
        p_starts => v_starts, p_before => v_terms.buffer_before, p_duration => v_duration,
        p_after => v_terms.buffer_after
    );
    v_grid := booking.grid_of(
        p_time_zone => v_terms.time_zone, p_window => v_window,
        p_interval => v_terms.slot_interval, p_offset => v_terms.slot_offset
    );
    return query
    select
        l.starts_at,
        l.starts_at + v_duration,
        l.resource_ids,
        l.lane_count::integer,
        v_terms.price,
        v_terms.currency
    from booking.slot_lanes(
        p_tenant_id, v_terms, v_resource_ids, v_starts, v_window, v_grid,
        v_duration, null, p_limit
    ) as l
    order by l.starts_at;
end
$function$;

comment on function booking.available_slots(
    uuid, booking.actor, uuid, timestamptz, timestamptz, uuid, interval, integer, uuid, integer, timestamptz
) is 'See booking_v1.available_slots.';
