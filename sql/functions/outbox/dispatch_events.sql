-- Turns what happened to bookings into what follows from it. One runs at a time, so that what it numbers commits
-- in order of the numbers. The events are then deleted: their log is booking.booking_event. Called by booking_worker
-- and a job. Takes an advisory lock, and leaves at once where another holds it; writes what dispatch_tenant_events
-- writes.
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
begin
    if not pg_try_advisory_xact_lock(booking.dispatch_lock()) then
        return 0;
    end if;
    v_tenant_ids := array(select t from booking.tenants_with_work(p_kind => 'event', p_most => p_most) as t);
    for v_index in 1..cardinality(v_tenant_ids) loop
        begin
            v_left := v_left - booking.dispatch_tenant_events(
                p_tenant_id => v_tenant_ids[v_index],
                p_most => ceil(v_left::numeric / (cardinality(v_tenant_ids) - v_index + 1))::integer, p_now => v_now
            );
        exception when lock_not_available then
            null; -- somebody has something of theirs open: they come again, and nobody else waits
        end;
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return p_most - v_left;
end
$function$;

comment on function booking.dispatch_events(integer) is
'Dispatches what happened to bookings, p_most events at most; returns how many. 0: none is left, or another
dispatcher runs. For the worker or a scheduler; no client may call it.';
