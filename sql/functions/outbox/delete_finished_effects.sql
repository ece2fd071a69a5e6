-- A periodic job: the log of deliveries is not kept for ever. By when they were queued, which the log is ordered
-- by; what is still to be done stays, however old. Leaves locked rows to a later run, so it waits for nobody.
-- Deletes from booking.outbox, of every tenant.
create or replace function booking.delete_finished_effects(p_most integer default 10000)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_tenant_id uuid;
    v_before timestamptz;
    v_count integer;
    v_left integer := p_most;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        v_before := booking.now() - make_interval(
            hours => 24 * booking.tenant_limit(p_tenant_id => v_tenant_id, p_policy_name => 'outbox_retention_days')
        );
        -- materialized: a subquery with a limit may be run once for each row, and then finds others each time
        with old as materialized (
            select f.outbox_id
            from booking.outbox as f
            where
                f.tenant_id = v_tenant_id and f.kind <> 'event' and f.created_at < v_before
                and f.finished_at is not null
            order by f.created_at
            limit v_left
            for update skip locked
        )

        delete from booking.outbox as o
        using old as d
        where o.tenant_id = v_tenant_id and o.outbox_id = d.outbox_id;
        get diagnostics v_count = row_count;
        v_left := v_left - v_count;
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return p_most - v_left;
end
$function$;

comment on function booking.delete_finished_effects(integer) is
'Deletes deliveries that were queued longer ago than the policy outbox_retention_days and are done, dropped or
dead, p_most at most; returns how many. Fewer than p_most: none is left. For a scheduler, or whoever deploys; no
client may call it.';
