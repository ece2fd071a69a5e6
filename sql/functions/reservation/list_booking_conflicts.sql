-- Called by booking_v1.list_booking_conflicts only. Takes no locks. Only the page that is returned is explained.
create or replace function booking.list_booking_conflicts(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_from timestamptz,
    p_to timestamptz,
    p_resource_id uuid,
    p_limit integer,
    p_after uuid
)
returns table (
    booking_id uuid, starts_at timestamptz, ends_at timestamptz, service_id uuid, service_name text,
    resource_id uuid, resource_name text, code text, message text, rule text, rule_id uuid, during tstzrange
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_from timestamptz := coalesce(p_from, booking.now());
    v_after_start timestamptz;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_booking_conflicts'
    );
    perform booking.check_bounds(p_from => v_from, p_to => p_to);
    perform booking.check_limit(p_limit => p_limit);
    v_after_start := booking.bookings_page_start(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_after => p_after
    );
    return query
    with unfit as materialized (
        select u.booking_id, u.service_id, u.resource_id
        from booking.unfit_bookings(
            p_tenant_id, v_actor, v_from, p_to, p_resource_id, p_limit, v_after_start, p_after
        ) as u
    ),

    service as materialized (
        select u.service_id, booking.booking_terms(p_tenant_id, u.service_id, v_actor.role) as terms
        from unfit as u
        group by u.service_id
    )

    select
        b.booking_id, b.starts_at, b.ends_at, b.service_id, (s.terms).service_name, r.resource_id, r.name,
        c.code, c.message, c.rule, c.rule_id, c.during
    from unfit as m
    join booking.booking as b on b.tenant_id = p_tenant_id and b.booking_id = m.booking_id
    join service as s on s.service_id = m.service_id
    join booking.resource as r on r.tenant_id = p_tenant_id and r.resource_id = m.resource_id
    cross join lateral booking.conflicts_of(b, s.terms, r.resource_id)
    with ordinality as c (code, message, rule, rule_id, during, position)
    order by b.starts_at, b.booking_id, r.resource_id, c.position;
end
$function$;

comment on function booking.list_booking_conflicts(
    uuid, booking.actor, timestamptz, timestamptz, uuid, integer, uuid
) is 'See booking_v1.list_booking_conflicts.';
