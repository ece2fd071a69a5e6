create or replace function booking_v1.list_deliveries(
    p_status text default null,
    p_kind text default null,
    p_booking_id uuid default null,
    p_limit integer default 100,
    p_after uuid default null
)
returns table (
    delivery_id uuid, kind text, status text, booking_id uuid, attempt_count integer, due_at timestamptz,
    error text, created_at timestamptz, finished_at timestamptz
)
language sql
stable
as $function$
    select
        d.delivery_id, d.kind, d.status, d.booking_id, d.attempt_count, d.due_at, d.error, d.created_at,
        d.finished_at
    from booking.list_deliveries(
        booking.caller_tenant_id(), booking.caller(), p_status, p_kind, p_booking_id, p_limit, p_after
    ) as d
$function$;

comment on function booking_v1.list_deliveries(text, text, uuid, integer, uuid) is
'What was sent out of the database, or is to be, or could not be; latest first.

p_status: queued, leased (a worker is at it), done, dropped (no longer wanted) or dead (given up); null: all.
p_kind: the kind of delivery, such as email; null: all. p_booking_id: only those about this booking; null: all.
p_limit: 1 to 10000 rows. p_after: only deliveries before this one; pass the last delivery_id for the next page.
due_at: of one that is queued, when it is tried; of one that is leased, when another worker may try.
error: why the last attempt failed. Finished ones are kept for outbox_retention_days.
Raises invalid_argument, not_allowed, not_authenticated.';
