-- Bookings and resources of theirs that are not at work then, or no longer the service's. Found by what listing finds
-- slots by: the time of each resource once for all of its bookings of a year.
create or replace function booking.unfit_bookings(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_from timestamptz,
    p_to timestamptz,
    p_resource_id uuid,
    p_limit integer,
    p_after_start timestamptz,
    p_after uuid
)
returns table (booking_id uuid, service_id uuid, resource_id uuid)
language sql
stable
as $function$
    with planned as materialized (
        select b.booking_id, b.service_id, b.starts_at, b.ends_at, u.resource_id
        from booking.booking as b
        cross join lateral unnest(b.resource_ids) as u (resource_id)
        where
            b.tenant_id = p_tenant_id
            and b.status <> 'cancelled'
            and b.starts_at >= p_from
            and b.starts_at < coalesce(p_to, 'infinity')
            and (p_resource_id is null or u.resource_id = p_resource_id)
            and booking.is_within_reach(p_actor, b.customer_id, b.resource_ids)
            and (p_after is null or (b.starts_at, b.booking_id) > (p_after_start, p_after))
    ),

    service as materialized (
        select s.service_id, booking.booking_terms(p_tenant_id, s.service_id, p_actor.role) as terms
        from booking.service as s
        where s.tenant_id = p_tenant_id and s.service_id in (select p.service_id from planned as p)
    ),

    wanted as materialized (
        select
            p.booking_id, p.service_id, p.starts_at, p.resource_id,
            p.resource_id = any((s.terms).resource_ids) as is_offered,
            tstzrange(p.starts_at - (s.terms).buffer_before, p.ends_at + (s.terms).buffer_after) as during
        from planned as p
        join service as s on s.service_id = p.service_id
    )

    select m.booking_id, m.service_id, m.resource_id
    from (
        -- a page ends with a booking, not within it
        select
            w.booking_id, w.service_id, r.resource_id,
            dense_rank() over (order by w.starts_at, w.booking_id) as position
        from (
            -- in arrays, so that each booking meets its resource's time only; by year, because what lies far
            -- ahead is worked out for itself
            select
                w.resource_id, tstzrange(min(lower(w.during)), max(upper(w.during))) as during,
                array_agg(w.booking_id) as booking_ids, array_agg(w.service_id) as service_ids,
                array_agg(w.starts_at) as starts, array_agg(w.is_offered) as offered,
                array_agg(w.during) as durings
            from wanted as w
            group by w.resource_id, date_trunc('year', w.starts_at)
        ) as r
        left join lateral (
            select t.hours - t.closed as during
            from booking.resource_time(p_tenant_id, array[r.resource_id], r.during) as t
            offset 0 -- once for all of its bookings
        ) as a on true
        cross join lateral unnest(r.booking_ids, r.service_ids, r.starts, r.offered, r.durings)
        as w (booking_id, service_id, starts_at, is_offered, during)
        where (w.is_offered and a.during @> w.during) is not true
    ) as m
    where m.position <= p_limit
$function$;

comment on function booking.unfit_bookings(
    uuid, booking.actor, timestamptz, timestamptz, uuid, integer, timestamptz, uuid
) is
'Live bookings within reach of the actor that no longer fit, and the resource that they don''t fit: p_limit bookings
after p_after, which starts at p_after_start. p_to, p_resource_id, p_after null: any.';
