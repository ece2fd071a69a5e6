create or replace function booking_v1.list_bookings(
    p_from timestamptz default null,
    p_to timestamptz default null,
    p_resource_id uuid default null,
    p_customer_id uuid default null,
    p_status text default null,
    p_limit integer default 100,
    p_after uuid default null,
    p_with_running boolean default false
)
returns table (
    booking_id uuid, service_id uuid, service_name text, customer_id uuid, customer_name text, status text,
    version integer, starts_at timestamptz, ends_at timestamptz, time_zone text, starts_local timestamp,
    customer_time_zone text, resource_ids uuid[], resource_names text[], party_size integer, price numeric,
    currency text, reschedule_count integer, answers jsonb, notes text, metadata jsonb, created_at timestamptz,
    customer_email text, customer_phone text, cancelled_at timestamptz, cancelled_by text, cancelled_from text,
    cancellation_reason text
)
language sql
volatile
as $function$
    select
        b.booking_id, b.service_id, b.service_name, b.customer_id, b.customer_name,
        b.status, b.version, b.starts_at, b.ends_at, b.time_zone, b.starts_local,
        b.customer_time_zone, b.resource_ids, b.resource_names, b.party_size, b.price, b.currency,
        b.reschedule_count, b.answers, b.notes, b.metadata, b.created_at, b.customer_email, b.customer_phone,
        b.cancelled_at, b.cancelled_by, b.cancelled_from, b.cancellation_reason
    from booking.list_bookings(
        booking.caller_tenant_id(), booking.caller(), null, p_from, p_to, p_resource_id, p_customer_id, p_status,
        p_limit, p_after, null, p_with_running
    ) as b
$function$;

comment on function booking_v1.list_bookings(
    timestamptz, timestamptz, uuid, uuid, text, integer, uuid, boolean
) is
'Bookings by start, earliest first: the caller''s own, or all, by the matrix of permissions.

Starts s with p_from <= s < p_to; each argument that is null leaves its condition out. p_with_running: true for all that
touches this time, so also what started before p_from and ends after it. p_status: pending,
confirmed or cancelled. p_limit: 1 to 10000 rows. p_after: only bookings after this one; pass the last
booking_id for the next page. customer_name: for whom it was made, as one books for another; else the customer''s.
customer_email and customer_phone are the customer''s; visitors see none of the three.
starts_local is wall time in time_zone, as promised.
cancelled_at, cancelled_from, cancelled_by, cancellation_reason: null of what is not cancelled. cancelled_from: the
status before; pending: a request that was declined, or withdrawn; null: it was imported as cancelled. cancelled_by: the
role of who did it, as in booking_history; null: it was done in another system.
Raises invalid_argument, not_authenticated.';
