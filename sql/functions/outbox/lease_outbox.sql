-- A worker takes what it is to carry out. Each lease has an end, so what a lost worker had is taken by another;
-- an attempt counts when it is leased, so that what kills every worker is given up, too. Fair: of what may be
-- taken, each tenant with work gets its share, and who has least at work comes first. Called by
-- booking_worker. Locks the kind, so that two workers don't use the same room; locks and writes what
-- lease_effects does.
create or replace function booking.lease_outbox(p_kinds text[], p_most integer, p_after uuid default null)
returns table (
    tenant_id uuid, outbox_id uuid, kind text, payload jsonb, attempt integer, lease_id uuid,
    leased_until timestamptz
)
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_kind booking.outbox_kind;
    v_tenant_ids uuid[];
    v_room integer;
    v_count integer;
    v_left integer := p_most;
begin
    for v_kind in
        select k.*
        from booking.outbox_kind as k
        where k.kind = any(p_kinds) and k.concurrency > 0
        order by k.kind
    loop
        perform pg_advisory_xact_lock(hashtextextended('pgbooking lease ' || v_kind.kind, 0));
        v_room := least(v_left, v_kind.concurrency - booking.leased_count(v_kind.kind));
        v_tenant_ids := array(
            select t
            from booking.tenants_with_work(p_kind => v_kind.kind, p_most => v_room, p_after => p_after) as t
        );
        for v_index in 1..cardinality(v_tenant_ids) loop
            return query
            select l.*
            from booking.lease_effects(
                p_tenant_id => v_tenant_ids[v_index], p_kind => v_kind,
                -- what those before left over goes to those that follow
                p_most => ceil(v_room::numeric / (cardinality(v_tenant_ids) - v_index + 1))::integer
            ) as l;
            get diagnostics v_count = row_count;
            v_room := v_room - v_count;
            v_left := v_left - v_count;
        end loop;
    end loop;
    perform set_config('booking.tenant_id', '', true);
end
$function$;

comment on function booking.lease_outbox(text[], integer, uuid) is
'Leases effects of these kinds that are due, p_most at most, as far as the kinds'' concurrency goes. p_after: the tenant
whose turn it was last; null: the next is drawn. attempt: 1 is the first; leased_until: report before, or another will
try.';
