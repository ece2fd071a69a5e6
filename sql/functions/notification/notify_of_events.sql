-- Finds who is told of what happened to bookings: their customers, and the contacts of their resources, before and
-- after a move. A consumer of booking.dispatch_events. Writes what notify writes.
create or replace function booking.notify_of_events(p_tenant_id uuid, p_events booking.booking_event[])
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        with change as (
            select
                e.booking_id, e.version, e.kind, e.changes ->> 'status' as status,
                s.starts_at, s.resource_ids,
                coalesce(p.starts_at, s.starts_at) as previous_starts_at,
                coalesce(p.resource_ids, s.resource_ids) as previous_resource_ids,
                coalesce(k.resource_ids, '{}') as known_resource_ids
            from (
                select
                    v.booking_id, v.version, v.kind, v.changes,
                    min(v.version) over (partition by v.booking_id) - 1 as known_version
                from unnest(p_events) as v
            ) as e
            cross join lateral booking.schedule_at(p_tenant_id, e.booking_id, e.version) as s
            left join lateral booking.schedule_at(p_tenant_id, e.booking_id, e.version - 1) as p on true
            left join lateral booking.schedule_at(p_tenant_id, e.booking_id, e.known_version) as k on true
        ),

        recipient as (
            select c.booking_id, c.version, 'customer' as recipient, b.customer_id, c.starts_at
            from change as c
            join booking.booking as b on b.tenant_id = p_tenant_id and b.booking_id = c.booking_id
            where b.customer_id is not null
            union
            select
                c.booking_id, c.version,
                case
                    when not p.serves then 'former provider'
                    when not p.served then 'new provider'
                    else 'provider'
                end,
                p.contact_id,
                case when p.serves then c.starts_at else c.previous_starts_at end
            from change as c
            cross join lateral (
                -- by contact: whoever looks after both rooms is told of a move, not of one booking lost and one won
                select
                    r.contact_id, bool_or(r.resource_id = any(c.resource_ids)) as serves,
                    bool_or(r.resource_id = any(c.previous_resource_ids)) as served,
                    bool_or(r.resource_id = any(c.known_resource_ids)) as knows
                from booking.resource as r
                where
                    r.tenant_id = p_tenant_id and r.contact_id is not null
                    and r.resource_id = any(c.resource_ids || c.previous_resource_ids || c.known_resource_ids)
                group by r.contact_id
            ) as p
            -- what somebody had between two of these events they were not told of, and are not told that they lost
            where p.serves or (p.served and p.knows)
        )

        select booking.notify(
            p_tenant_id,
            coalesce(
                array_agg(
                    (
                        k.kind, r.booking_id, r.version, r.customer_id, r.starts_at, r.version::text, null, null
                    )::booking.notice
                ),
                '{}'
            )
        )
        from recipient as r
        join change as c on c.booking_id = r.booking_id and c.version = r.version
        join booking.notification_cause as k
            on k.event_kind = c.kind and k.booking_status = c.status and k.recipient = r.recipient
    );
end
$function$;

comment on function booking.notify_of_events(uuid, booking.booking_event[]) is
'Queues the messages that follow from events of a tenant; returns how many.';
