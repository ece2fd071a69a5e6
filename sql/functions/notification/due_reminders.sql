-- Of a booking's reminders only the last one whose time has come counts, so that after a day without a worker nobody is
-- sent two at once. The log of messages tells whether that one was queued already, for this start.
create or replace function booking.due_reminders(p_tenant_id uuid, p_now timestamptz, p_most integer)
returns booking.notice[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan -- how much lies ahead is known only then
as $function$
declare
    v_until timestamptz := p_now + (select max(s.look_ahead) from booking.reminder_terms(p_tenant_id) as s);
    v_notices booking.notice[];
begin
    with service as materialized (
        select s.service_id, s.minutes, s.is_told_late, s.quiet_from, s.quiet_until
        from booking.reminder_terms(p_tenant_id) as s
    ),

    candidate as materialized (
        select
            b.booking_id, b.version, b.customer_id, b.starts_at, r.minutes || ' min' as occasion,
            case b.status when 'pending' then 'request_reminder' else 'reminder' end as kind
        from booking.booking as b
        join service as s on s.service_id = b.service_id
        join booking.customer as c on c.tenant_id = p_tenant_id and c.customer_id = b.customer_id
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
            where m.remind_at <= p_now
            order by m.minutes
            limit 1
        ) as r
        where
            b.tenant_id = p_tenant_id and b.starts_at > p_now and b.starts_at <= v_until
            and b.status <> 'cancelled'
            and (s.is_told_late or coalesce(b.rescheduled_at, b.created_at) <= r.remind_at)
            and not exists (
                select
                from booking.notification as n
                where
                    n.tenant_id = p_tenant_id and n.booking_id = b.booking_id
                    and n.kind in ('request_reminder', 'reminder')
                    and n.about_starts_at = b.starts_at
                    -- or one was queued since then: the policy had other minutes until it was changed
                    and (n.occasion = r.minutes || ' min' or n.created_at >= r.remind_at)
            )
    ),

    due as materialized (
        select d.kind, d.booking_id, d.version, d.customer_id, d.starts_at, d.occasion
        from candidate as d
        join booking.customer as c on c.tenant_id = p_tenant_id and c.customer_id = d.customer_id
        -- whoever can't be reached would be due again in each run, and fill the places of others
        where exists (
            select
            from booking.channels(c, d.kind) as a (channel)
            cross join lateral booking.is_wanted(p_tenant_id, c.customer_id, a.channel, d.kind) as w (is_wanted)
            where w.is_wanted
        )
        order by d.starts_at
        limit p_most
    )

    select array_agg(
        (d.kind, d.booking_id, d.version, d.customer_id, d.starts_at, d.occasion, null, null)::booking.notice
    )
    into v_notices
    from due as d;
    return v_notices;
end
$function$;

comment on function booking.due_reminders(uuid, timestamptz, integer) is
'The reminders of a tenant that are due and not queued yet, those of the nearest bookings first, p_most at most;
null: none.';
