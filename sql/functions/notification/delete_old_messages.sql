-- The log of messages is what keeps a reminder from being sent twice. So a message stays, however old, while the start
-- that it is about is still to come, or while it is still to be sent. Leaves locked rows to a later run. Deletes from
-- notification.
create or replace function booking.delete_old_messages(p_tenant_id uuid, p_before timestamptz, p_most integer)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz := booking.now();
    v_count integer;
begin
    -- materialized: a subquery with a limit may be run once for each row, and then finds others each time
    with old as materialized (
        select n.notification_id
        from booking.notification as n
        where
            n.tenant_id = p_tenant_id and n.created_at < p_before and n.about_starts_at < v_now
            and n.status <> 'queued'
        order by n.created_at
        limit p_most
        for update skip locked
    )

    delete from booking.notification as n
    using old as d
    where n.tenant_id = p_tenant_id and n.notification_id = d.notification_id;
    get diagnostics v_count = row_count;
    return v_count;
end
$function$;

comment on function booking.delete_old_messages(uuid, timestamptz, integer) is
'Deletes messages from the log that were queued before p_before and are of the past, p_most at most; returns how many.';
