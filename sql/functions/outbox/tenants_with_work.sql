-- Which tenants have something due: one of the few functions that see rows of several tenants. It belongs to
-- booking_courier, who may only read when an effect is due, of which kind and whose. Goes from tenant to tenant along
-- the index, so a tenant with a hundred thousand rows costs as much as one with a single row. Tenants that have effects
-- at work come after those that have none, and the more they have the later: effects that hang would otherwise gather
-- until nothing else was at work. Called by the engine only; takes no locks.
create or replace function booking.tenants_with_work(p_kind text, p_most integer, p_after uuid default null)
returns setof uuid
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_now timestamptz := booking.now();
    -- Wherever it begins, it goes round once: so nobody is always first, and workers begin at different tenants.
    v_start uuid := coalesce(p_after, gen_random_uuid());
    v_tenant_id uuid := v_start;
    v_is_past_the_end boolean := false;
    v_left integer := p_most;
    v_at_work uuid[] := array(
        select o.tenant_id
        from booking.outbox as o
        where o.kind = p_kind and o.status = 'leased' and o.due_at > v_now
        group by o.tenant_id
        order by count(*)
    );
    v_later uuid[] := array[]::uuid[];
begin
    while v_left > 0 loop
        select o.tenant_id into v_tenant_id
        from booking.outbox as o
        where o.kind = p_kind and o.status in ('queued', 'leased') and o.tenant_id > v_tenant_id
        order by o.tenant_id
        limit 1;
        if v_tenant_id is null and not v_is_past_the_end then
            v_is_past_the_end := true;
            v_tenant_id := '00000000-0000-0000-0000-000000000000';
            continue;
        end if;
        exit when v_tenant_id is null or v_is_past_the_end and v_tenant_id > v_start;
        continue when not exists (
            select
            from booking.outbox as o
            where
                o.tenant_id = v_tenant_id and o.kind = p_kind and o.status in ('queued', 'leased')
                and o.due_at <= v_now
        );
        if v_tenant_id = any(v_at_work) then
            v_later := v_later || v_tenant_id;
        else
            v_left := v_left - 1;
            return next v_tenant_id;
        end if;
    end loop;
    return query
    select w.tenant_id
    from unnest(v_at_work) with ordinality as w (tenant_id, place)
    where w.tenant_id = any(v_later)
    order by w.place
    limit greatest(v_left, 0);
end
$function$;

comment on function booking.tenants_with_work(text, integer, uuid) is
'Tenants with effects of a kind that are due, p_most at most: first those of whom none is leased. p_after: beginning
with the one after this; null: anywhere.';
