-- The one way into the outbox, called within the transaction of the cause: what is rolled back never happens.
-- On the way of every booking, so it wakes nobody: a NOTIFY in each transaction would halve the rate of writes.
-- Writes booking.outbox.
create or replace function booking.enqueue(p_tenant_id uuid, p_effects booking.effect[])
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan -- planning anew costs more than the rest, and finds the same
set enable_seqscan = off
as $function$
declare
    v_now timestamptz := booking.now();
    v_count integer;
begin
    insert into booking.outbox (tenant_id, outbox_id, kind, key, payload, due_at, created_at)
    select
        p_tenant_id, booking.new_id(),
        -- null, and so refused, where there is no such kind: a foreign key would lock its row in every booking
        (select k.kind from booking.outbox_kind as k where k.kind = e.kind),
        e.key, e.payload, coalesce(e.due_at, v_now), v_now
    from unnest(p_effects) as e
    on conflict (tenant_id, kind, key) where key is not null do nothing;
    get diagnostics v_count = row_count;
    return v_count;
end
$function$;

comment on function booking.enqueue(uuid, booking.effect[]) is
'Queues effects; one whose kind and key are there already is left out. Returns how many were new.';
