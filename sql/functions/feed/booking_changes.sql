-- The schedule before an event is that of the latest earlier event that has one: created, rescheduled and imported do.
-- Nobody is told of imported bookings that were over already: a shop brings years of them.
create or replace function booking.booking_changes(p_tenant_id uuid, p_events booking.booking_event[])
returns table (
    event_no bigint, row_no integer, kind text, change text, resource_ids uuid[], starts_at timestamptz,
    ends_at timestamptz, booking_id uuid, version integer, service_id uuid, occurred_at timestamptz
)
language sql
stable
as $function$
    select
        e.event_no, r.row_no, r.kind, r.change, r.resource_ids, r.starts_at, r.ends_at,
        case r.kind when 'booking' then e.booking_id end, case r.kind when 'booking' then e.version end,
        case r.kind when 'booking' then b.service_id end, e.occurred_at
    from unnest(p_events) with ordinality as e (
        tenant_id, booking_id, version, kind, occurred_at, actor_role, actor_subject, operation_id, changes, event_no
    )
    join booking.booking as b on b.tenant_id = p_tenant_id and b.booking_id = e.booking_id
    join booking.service as s on s.tenant_id = p_tenant_id and s.service_id = b.service_id
    left join lateral (
        select x.changes
        from booking.booking_event as x
        where
            x.tenant_id = p_tenant_id and x.booking_id = e.booking_id and x.version < e.version
            and x.changes ? 'starts_at'
        order by x.version desc
        limit 1
    ) as old on true
    cross join lateral (
        select jsonb_populate_record(null::booking.booking, old.changes) as was,
            jsonb_populate_record(null::booking.booking, coalesce(old.changes, '{}') || e.changes) as is_now
    ) as t
    cross join lateral (
        select
            coalesce((t.was).ends_at > e.occurred_at, false) as was_to_come,
            (t.is_now).ends_at > e.occurred_at as is_to_come
    ) as a
    cross join lateral (
        values
        (
            1, 'availability', 'free', (t.was).resource_ids, (t.was).starts_at - s.buffer_before,
            (t.was).ends_at + s.buffer_after, e.kind in ('rescheduled', 'cancelled')
            or (e.kind = 'imported' and a.was_to_come and (t.was).status <> 'cancelled')
        ),
        (
            2, 'availability', 'taken', (t.is_now).resource_ids, (t.is_now).starts_at - s.buffer_before,
            (t.is_now).ends_at + s.buffer_after, e.kind in ('created', 'rescheduled')
            or (e.kind = 'imported' and a.is_to_come and (t.is_now).status <> 'cancelled')
        ),
        (
            3, 'booking', e.kind, (t.is_now).resource_ids, (t.is_now).starts_at, (t.is_now).ends_at,
            e.kind <> 'imported' or a.was_to_come or a.is_to_come
        )
    ) as r (row_no, kind, change, resource_ids, starts_at, ends_at, is_told)
    where r.is_told
$function$;

comment on function booking.booking_changes(uuid, booking.booking_event[]) is
'What bookings'' events mean for those who look on: rows of booking.feed, in order of event_no and row_no.';
