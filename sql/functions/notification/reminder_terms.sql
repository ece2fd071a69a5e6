create or replace function booking.reminder_terms(p_tenant_id uuid)
returns table (
    service_id uuid, minutes integer[], is_told_late boolean, quiet_from integer, quiet_until integer,
    look_ahead interval
)
language sql
stable
as $function$
    select
        s.service_id, m.minutes, (p.value ->> 'remind_late_bookings')::boolean,
        (p.value ->> 'quiet_hours_from')::integer, (p.value ->> 'quiet_hours_until')::integer,
        -- quiet hours are fewer than 24, and end with a quarter of one
        pg_catalog.make_interval(mins => m.longest)
        + case when p.value ->> 'quiet_hours_from' is not null then interval '24:15' else interval '0' end
    from booking.service as s
    cross join lateral (
        select pg_catalog.jsonb_object_agg(i.policy_name, i.value) as value
        from booking.policies(p_tenant_id, s.service_id) as i
        where i.policy_name in ('reminders', 'remind_late_bookings', 'quiet_hours_from', 'quiet_hours_until')
    ) as p
    cross join lateral (
        select
            pg_catalog.array_agg(e.minutes::integer) as minutes,
            max(e.minutes::integer) as longest
        from pg_catalog.jsonb_array_elements_text(p.value -> 'reminders') as e (minutes)
    ) as m
    where s.tenant_id = p_tenant_id and m.minutes is not null
$function$;

comment on function booking.reminder_terms(uuid) is
'How the bookings of each service are reminded of, and how far ahead of now those lie that may be due. Services
without reminders are left out.';
