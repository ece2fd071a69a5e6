-- A periodic job: the logs of deliveries and of messages are not kept for ever. Their age counts from when they were
-- queued, which the logs are ordered by; what is still to be done stays, however old. Locks webhooks, and waits a
-- moment for whoever is deleting one, but for nobody else: locked rows are left to a later run. Deletes from
-- booking.outbox and notification.
create or replace function booking.delete_finished_effects(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set lock_timeout = '1s'
as $function$
declare
    v_before timestamptz := booking.now() - make_interval(
        hours => 24 * booking.tenant_limit(p_tenant_id => p_tenant_id, p_policy_name => 'outbox_retention_days')
    );
    v_count integer;
begin
    -- who deletes a webhook deletes the log of its deliveries, in another order: the two could wait for each other
    perform w.webhook_id
    from booking.webhook as w
    where w.tenant_id = p_tenant_id
    for key share;
    -- materialized: a subquery with a limit may be run once for each row, and then finds others each time
    with old as materialized (
        select f.outbox_id
        from booking.outbox as f
        where
            f.tenant_id = p_tenant_id and f.kind <> 'event' and f.created_at < v_before
            and f.finished_at is not null
        order by f.created_at
        limit p_most
        for update skip locked
    )

    delete from booking.outbox as o
    using old as d
    where o.tenant_id = p_tenant_id and o.outbox_id = d.outbox_id;
    get diagnostics v_count = row_count;
    return v_count + booking.delete_old_messages(
        p_tenant_id => p_tenant_id, p_before => v_before, p_most => p_most - v_count
    );
exception
    when lock_not_available then
        return 0; -- one is being deleted in a transaction that is open: the next run comes again
end
$function$;

comment on function booking.delete_finished_effects(uuid, integer) is
'Deletes deliveries that were queued longer ago than the policy outbox_retention_days and are done, dropped or
dead, and messages as old that are of the past, p_most at most; returns how many.';
