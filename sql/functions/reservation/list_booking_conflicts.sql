-- Called by booking_v1.list_booking_conflicts only. Takes no locks. Which bookings don't fit is found by what listing
-- finds slots by, the time of each resource once for all of its bookings of a year; only the page that is returned is
-- explained.
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
    with planned as materialized (
        select b.booking_id, b.service_id, b.starts_at, b.ends_at, u.resource_id
        from booking.booking as b
        cross join lateral unnest(b.resource_ids) as u (resource_id)
        where
            b.tenant_id = p_tenant_id
            and b.status <> 'cancelled'
            and b.starts_at >= v_from
            and b.starts_at < coalesce(p_to, 'infinity')
            and (p_resource_id is null or u.resource_id = p_resource_id)
            and booking.is_within_reach(v_actor, b.customer_id, b.resource_ids)
            and (p_after is null or (b.starts_at, b.booking_id) > (v_after_start, p_after))
    ),

    service as materialized (
        select s.service_id, booking.booking_terms(p_tenant_id, s.service_id, v_actor.role) as terms
        from booking.service as s
        where s.tenant_id = p_tenant_id and s.service_id in (select p.service_id from planned as p)
    ),

    wanted as materialized (
        select
            p.booking_id, p.starts_at, p.resource_id, p.resource_id = any((s.terms).resource_ids) as is_offered,
            tstzrange(p.starts_at - (s.terms).buffer_before, p.ends_at + (s.terms).buffer_after) as during
        from planned as p
        join service as s on s.service_id = p.service_id
    ),

    shown as materialized (
        select m.booking_id, m.resource_id
        from (
            -- a page ends with a booking, not within it
            select w.booking_id, r.resource_id, dense_rank() over (order by w.starts_at, w.booking_id) as position
            from (
                -- in arrays, so that each booking meets its resource's time only; by year, because what lies far
                -- ahead is worked out for itself
                select
                    w.resource_id, tstzrange(min(lower(w.during)), max(upper(w.during))) as during,
                    array_agg(w.booking_id) as booking_ids, array_agg(w.starts_at) as starts,
                    array_agg(w.is_offered) as offered, array_agg(w.during) as durings
                from wanted as w
                group by w.resource_id, date_trunc('year', w.starts_at)
            ) as r
            left join lateral (
                select t.hours - t.closed as during
                from booking.resource_time(p_tenant_id, array[r.resource_id], r.during) as t
                offset 0 -- once for all of its bookings
            ) as a on true
            cross join lateral unnest(r.booking_ids, r.starts, r.offered, r.durings)
            as w (booking_id, starts_at, is_offered, during)
            where (w.is_offered and a.during @> w.during) is not true
        ) as m
        where m.position <= p_limit
    )

    select
        b.booking_id, b.starts_at, b.ends_at, b.service_id, (s.terms).service_name, r.resource_id, r.name,
        c.code, c.message, c.rule, c.rule_id, c.during
    from shown as m
    join booking.booking as b on b.tenant_id = p_tenant_id and b.booking_id = m.booking_id
    join service as s on s.service_id = b.service_id
    join booking.resource as r on r.tenant_id = p_tenant_id and r.resource_id = m.resource_id
    cross join lateral booking.conflicts_of(b, s.terms, r.resource_id)
    with ordinality as c (code, message, rule, rule_id, during, position)
    order by b.starts_at, b.booking_id, r.resource_id, c.position;
end
$function$;

comment on function booking.list_booking_conflicts(
    uuid, booking.actor, timestamptz, timestamptz, uuid, integer, uuid
) is 'See booking_v1.list_booking_conflicts.';
