-- A periodic job: a country has changed its clocks, and the server has been told. A booking is promised for a wall
-- time; where this is now another instant, the booking moves to it, as an event like any other move, so that
-- messages, calendars and the feed follow. What cannot move, since somebody has the time, is an alert until
-- somebody moves or cancels it. Locks the bookings that are wrong, passing over those in use, then their
-- resources, exclusively; waits a moment for who has these, and no longer, since it holds the locks of the tenants
-- before. Writes what shift_bookings writes, timetable and alert, of every tenant.
create or replace function booking.repair_time_zones(p_most integer default 10000)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set lock_timeout = '1s'
as $function$
declare
    v_now timestamptz := booking.now();
    v_actor booking.actor;
    v_tenant_id uuid;
    v_wrong uuid[];
    v_resource_ids uuid[];
    v_moved uuid[];
    v_stuck uuid;
    v_left integer := p_most;
    v_is_whole boolean := true;
begin
    v_actor.role := 'service';
    v_actor.subject := 'repair_time_zones';
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        begin
            with wrong as materialized (
                select b.booking_id
                from booking.booking as b
                where
                    b.tenant_id = v_tenant_id and b.starts_at > v_now and b.status <> 'cancelled'
                    -- of a time that occurs twice, the booking may be the second
                    and b.starts_at at time zone b.time_zone <> b.starts_local
                    and b.starts_at <> booking.resolve_local(b.starts_local, b.time_zone)
                order by b.starts_at
                limit v_left
                for no key update skip locked
            )

            select array_agg(w.booking_id) into v_wrong
            from wrong as w;
            continue when v_wrong is null;
            v_resource_ids := array(
                select distinct r.resource_id
                from booking.booking as b
                cross join lateral unnest(b.resource_ids) as r (resource_id)
                where b.tenant_id = v_tenant_id and b.booking_id = any(v_wrong)
            );
            perform booking.lock_tenant_resources(p_tenant_id => v_tenant_id, p_resource_ids => v_resource_ids);
            v_moved := booking.shift_bookings(
                p_tenant_id => v_tenant_id, p_actor => v_actor, p_booking_ids => v_wrong
            );
            foreach v_stuck in array v_wrong loop
                continue when v_stuck = any(v_moved);
                perform booking.raise_alert(
                    p_source => 'booking ' || v_stuck, p_code => 'time_zone_conflict',
                    p_message => 'the rules of its time zone changed, and its new time is somebody else''s: move or cancel it'
                );
            end loop;
            v_left := v_left - cardinality(v_wrong);
        exception
            when lock_not_available then
                v_is_whole := false; -- somebody has something of theirs open: they are left to the next run
        end;
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    if v_left > 0 and v_is_whole then
        perform booking.resolve_old_alerts(
            p_source => 'booking ', p_code => 'time_zone_conflict', p_before => v_now
        );
    end if;
    return p_most - v_left;
end
$function$;

comment on function booking.repair_time_zones(integer) is
'Moves future bookings to the instants that their wall times now are, p_most at most; returns how many were wrong.
Those that could not move have an open alert time_zone_conflict.';
