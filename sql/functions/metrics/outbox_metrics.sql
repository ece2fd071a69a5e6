-- Belongs to booking_courier: what all tenants have to do together. Three queries for three partial indexes, none
-- of which has finished effects in it. Called by the engine only.
create or replace function booking.outbox_metrics()
returns setof booking.sample
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_now timestamptz := booking.now();
begin
    return query
    with waiting as materialized (
        select o.kind, count(*) as count, min(o.due_at) as due_at
        from booking.outbox as o
        where o.status in ('queued', 'leased')
        group by o.kind
    ),

    leased as materialized (
        select o.kind, count(*) as count
        from booking.outbox as o
        where o.status = 'leased'
        group by o.kind
    )

    select s.name, s.labels, s.value
    from waiting as w
    left join leased as l on l.kind = w.kind
    cross join lateral (
        values
        (
            'outbox_effects', jsonb_build_object('kind', w.kind, 'status', 'queued'),
            (w.count - coalesce(l.count, 0))::double precision
        ),
        (
            'outbox_effects', jsonb_build_object('kind', w.kind, 'status', 'leased'),
            coalesce(l.count, 0)::double precision
        ),
        (
            'outbox_oldest_seconds', jsonb_build_object('kind', w.kind),
            greatest(extract(epoch from v_now - w.due_at), 0)::double precision
        )
    ) as s (name, labels, value)
    union all
    select 'outbox_effects', jsonb_build_object('kind', d.kind, 'status', 'dead'), count(*)::double precision
    from booking.outbox as d
    where d.status = 'dead'
    group by d.kind;
end
$function$;

comment on function booking.outbox_metrics() is 'What waits to be carried out, and what was given up.';
