-- Moves bookings to where their promised wall time is now, all of them at once, since one may move to where
-- another goes away. Those whose time is somebody else's stay, and so do those that would have come after them. The
-- bookings and their resources have to be locked. Writes claim, booking, booking_event and outbox.
create or replace function booking.shift_bookings(p_tenant_id uuid, p_actor booking.actor, p_booking_ids uuid[])
returns uuid[]
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_booking_ids uuid[] := p_booking_ids;
    v_claims booking.claim[];
    v_stuck uuid[];
    v_booking booking.booking;
begin
    loop
        begin
            v_claims := array(
                select k
                from booking.claim as k
                where k.tenant_id = p_tenant_id and k.booking_id = any(v_booking_ids)
            );
            delete from booking.claim as k
            where k.tenant_id = p_tenant_id and k.booking_id = any(v_booking_ids);
            with taken as (
                insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
                select
                    k.tenant_id, k.resource_id, k.unit, k.starts_at + s.shift, k.ends_at + s.shift, k.booking_id
                from unnest(v_claims) as k
                join booking.booking as b on b.tenant_id = p_tenant_id and b.booking_id = k.booking_id
                cross join lateral (
                    select booking.resolve_local(b.starts_local, b.time_zone) - b.starts_at as shift
                ) as s
                order by k.resource_id, k.unit, k.starts_at
                on conflict do nothing
                returning resource_id, unit, booking_id
            )

            select array_agg(distinct k.booking_id) into v_stuck
            from unnest(v_claims) as k
            where (k.resource_id, k.unit, k.booking_id) not in (select t.resource_id, t.unit, t.booking_id from taken as t);
            exit when v_stuck is null;
            raise exception 'not to be had' using errcode = 'PB001';
        exception
            when sqlstate 'PB001' then
                v_booking_ids := array(
                    select i.booking_id
                    from unnest(v_booking_ids) as i (booking_id)
                    where i.booking_id <> all(v_stuck)
                );
        end;
    end loop;
    for v_booking in
        update booking.booking as b
        set
            starts_at = booking.resolve_local(b.starts_local, b.time_zone),
            ends_at = b.ends_at + (booking.resolve_local(b.starts_local, b.time_zone) - b.starts_at),
            version = b.version + 1
        where b.tenant_id = p_tenant_id and b.booking_id = any(v_booking_ids)
        returning b.*
    loop
        perform booking.record_event(
            p_actor => p_actor, p_operation_id => gen_random_uuid(), p_booking => v_booking,
            p_kind => 'rescheduled',
            p_changes => booking.schedule_of(v_booking) || jsonb_build_object('cause', 'time_zone_rules'),
            p_now => booking.now()
        );
    end loop;
    return v_booking_ids;
end
$function$;

comment on function booking.shift_bookings(uuid, booking.actor, uuid[]) is
'Moves bookings to the instants of their wall times, as far as these are free; returns those that moved.';
