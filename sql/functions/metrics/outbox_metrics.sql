-- Belongs to booking_courier: what all tenants have to do together. Two queries for two partial indexes, neither of
-- which has finished effects in it. Called by the engine only.
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
        select
            o.kind, o.status, count(*) as count,
            extract(epoch from v_now - min(o.due_at) filter (where o.status = 'queued')) as age
        from booking.outbox as o
        where o.status in ('queued', 'leased')
        group by o.kind, o.status
    )

    select s.name, s.labels, s.value
    from waiting as w
    cross join lateral (
        values
        ('outbox_effects', jsonb_build_object('kind', w.kind, 'status', w.status), w.count::double precision),
        ('outbox_oldest_seconds', jsonb_build_object('kind', w.kind), greatest(w.age, 0)::double precision)
    ) as s (name, labels, value)
    where s.name <> 'outbox_oldest_seconds' or w.status = 'queued'
    union all
    select 'outbox_effects', jsonb_build_object('kind', d.kind, 'status', 'dead'), count(*)::double precision
    from booking.outbox as d
    where d.status = 'dead'
    group by d.kind;
end
$function$;

comment on function booking.outbox_metrics() is 'What waits to be carried out, and what was given up.';
