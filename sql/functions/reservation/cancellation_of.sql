-- The first event that says so: an import may have written down a later one. Inlined where it is called in FROM, so it
-- sets nothing.
create or replace function booking.cancellation_of(p_tenant_id uuid, p_booking_id uuid)
returns table (cancelled_at timestamptz, cancelled_by text, cancelled_from text, reason text)
language sql
stable
as $function$
    select
        e.occurred_at,
        case when e.kind = 'cancelled' then e.actor_role end,
        (
            select p.changes ->> 'status'
            from booking.booking_event as p
            where
                p.tenant_id = p_tenant_id and p.booking_id = p_booking_id and p.version < e.version
                and p.changes ? 'status'
            order by p.version desc
            limit 1
        ),
        e.changes ->> 'reason'
    from booking.booking_event as e
    where e.tenant_id = p_tenant_id and e.booking_id = p_booking_id and e.changes ->> 'status' = 'cancelled'
    order by e.version
    limit 1
$function$;

comment on function booking.cancellation_of(uuid, uuid) is
'When a booking was cancelled, by which role (null: in another system), from which status (null: it was imported as
cancelled) and why; no row: it was not.';
