create or replace function booking_v1.get_booking(p_booking_id uuid, p_manage_token text default null)
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
        booking.caller_tenant_id(), booking.caller(), p_booking_id, null, null, null, null, null, 1, null,
        p_manage_token, false
    ) as b
    where p_booking_id is not null
$function$;

comment on function booking_v1.get_booking(uuid, text) is
'One booking; no row if the tenant has none with this id, or not for the caller.

p_manage_token: what a visitor was given with the booking.
Columns as in list_bookings. Raises not_authenticated.';
