-- A periodic job: the logs of deliveries and of messages are not kept for ever. By when they were queued, which the
-- logs are ordered by; what is still to be done stays, however old. Leaves locked rows to a later run, so it waits
-- for nobody. Deletes from booking.outbox and notification, of every tenant; writes what close_dead_alerts writes.
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
        v_left := v_left - booking.delete_old_messages(
            p_tenant_id => v_tenant_id, p_before => v_before, p_most => v_left
        );
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    perform booking.close_dead_alerts();
    return p_most - v_left;
end
$function$;

comment on function booking.delete_finished_effects(integer) is
'Deletes deliveries that were queued longer ago than the policy outbox_retention_days and are done, dropped or
dead, and messages as old that are of the past, p_most at most; returns how many. Fewer than p_most: none is left. For a scheduler, or whoever deploys; no
client may call it.';
