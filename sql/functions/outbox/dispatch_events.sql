-- Turns what happened to bookings into what follows from it. One runs at a time, so that what it numbers commits
-- in order of the numbers. The events are then deleted: their log is booking.booking_event. What fails for one tenant
-- is undone and raises an alert, and the others go on; it is tried again after some seconds. Called by booking_worker
-- and a job. Takes an advisory lock, and leaves at once where another holds it; writes what dispatch_tenant_events
-- writes, and alert.
create or replace function booking.dispatch_events(p_most integer default 1000)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_now timestamptz := booking.now();
    v_tenant_ids uuid[];
    v_left integer := p_most;
    v_source constant text := 'dispatch_events of tenant ';
    v_failed_since timestamptz := v_now - interval '10 seconds';
    v_failed text[];
begin
    if not pg_try_advisory_xact_lock(booking.dispatch_lock()) then
        return 0;
    end if;
    v_tenant_ids := array(select t from booking.tenants_with_work(p_kind => 'event', p_most => p_most) as t);
    if v_tenant_ids = '{}' then
        return 0;
    end if;
    v_failed := array(
        select a.source
        from booking.alert as a
        where
            a.source ^@ v_source and a.code = 'tenant_failed' and a.resolved_at is null
            and a.last_at between v_failed_since and v_now
    );
    for v_index in 1..cardinality(v_tenant_ids) loop
        continue when v_source || v_tenant_ids[v_index] = any(v_failed);
        begin
            v_left := v_left - booking.dispatch_tenant_events(
                p_tenant_id => v_tenant_ids[v_index],
                p_most => ceil(v_left::numeric / (cardinality(v_tenant_ids) - v_index + 1))::integer, p_now => v_now
            );
        exception
            when lock_not_available then
                null; -- somebody has something of theirs open: they come again, and nobody else waits
            when others then
                perform booking.raise_tenant_alert(
                    p_function_name => 'dispatch_events', p_tenant_id => v_tenant_ids[v_index],
                    p_sqlstate => sqlstate, p_error => sqlerrm
                );
        end;
        exit when v_left <= 0;
    end loop;
    if v_left > 0 then
        -- all were visited, and those that failed before did not fail again
        perform booking.resolve_old_alerts(
            p_source => v_source, p_code => 'tenant_failed', p_before => v_failed_since
        );
    end if;
    perform set_config('booking.tenant_id', '', true);
    return p_most - v_left;
end
$function$;

comment on function booking.dispatch_events(integer) is
'Dispatches what happened to bookings, p_most events at most; returns how many. 0: none is left, or another
dispatcher runs, or those of a tenant failed. For the worker or a scheduler; no client may call it.';
