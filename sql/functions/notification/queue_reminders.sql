-- A periodic job. Of a booking's reminders only the last one whose time has come counts, so whoever slept for a day
-- doesn't send two at once; and the log of messages says whether it was sent, for this start. So nothing is kept
-- about what is still to come, and a booking that is moved, cancelled or confirmed needs nothing done. One
-- statement a tenant. Writes what notify writes, of every tenant.
create or replace function booking.queue_reminders(p_most integer default 200000)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan -- how much lies ahead is known only then
as $function$
declare
    v_now timestamptz := booking.now();
    v_tenant_id uuid;
    v_until timestamptz;
    v_count integer;
    v_left integer := p_most;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        v_until := v_now + (select max(s.look_ahead) from booking.reminder_terms(v_tenant_id) as s);
        continue when v_until is null;
        with service as materialized (
            select s.service_id, s.minutes, s.is_told_late, s.quiet_from, s.quiet_until
            from booking.reminder_terms(v_tenant_id) as s
        ),

        candidate as materialized (
            select b.booking_id, b.version, b.customer_id, b.starts_at, r.minutes || ' min' as occasion
            from booking.booking as b
            join service as s on s.service_id = b.service_id
            join booking.customer as c on c.tenant_id = v_tenant_id and c.customer_id = b.customer_id
            cross join lateral (
                select m.minutes, m.remind_at
                from (
                    select
                        u.minutes,
                        booking.quiet_time(
                            b.starts_at - make_interval(mins => u.minutes),
                            coalesce(b.customer_time_zone, c.time_zone, b.time_zone), s.quiet_from, s.quiet_until
                        ) as remind_at
                    from unnest(s.minutes) as u (minutes)
                ) as m
                where m.remind_at <= v_now
                order by m.minutes
                limit 1
            ) as r
            where
                b.tenant_id = v_tenant_id and b.starts_at > v_now and b.starts_at <= v_until
                and b.status = 'confirmed'
                and (s.is_told_late or coalesce(b.rescheduled_at, b.created_at) <= r.remind_at)
                and not exists (
                    select
                    from booking.notification as n
                    where
                        n.tenant_id = v_tenant_id and n.booking_id = b.booking_id and n.kind = 'reminder'
                        and n.about_starts_at = b.starts_at and n.occasion = r.minutes || ' min'
                )
        ),

        due as materialized (
            select d.booking_id, d.version, d.customer_id, d.starts_at, d.occasion
            from candidate as d
            join booking.customer as c on c.tenant_id = v_tenant_id and c.customer_id = d.customer_id
            -- who can't be told would be due again each time, and be in others' way
            where exists (
                select
                from unnest(booking.channels(p_customer => c, p_kind => 'reminder')) as a (channel)
                where booking.is_wanted(v_tenant_id, c.customer_id, a.channel, 'reminder')
            )
            order by d.starts_at
            limit v_left
        )

        select booking.notify(
            v_tenant_id,
            array_agg(
                ('reminder', d.booking_id, d.version, d.customer_id, d.starts_at, d.occasion)::booking.notice
            )
        )
        into v_count
        from due as d
        having count(*) > 0;
        v_left := v_left - coalesce(v_count, 0);
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    if v_left < p_most then
        perform pg_notify('booking_outbox', '');
    end if;
    return p_most - v_left;
end
$function$;

comment on function booking.queue_reminders(integer) is
'Queues the reminders that are due (policies reminders, remind_late_bookings, quiet hours), some p_most; returns how
many messages that made.';
