create or replace function booking_v1.list_calendar_feeds()
returns table (
    feed_id uuid, customer_id uuid, resource_id uuid, created_at timestamptz, revoked_at timestamptz
)
language sql
stable
as $function$
    select f.feed_id, f.customer_id, f.resource_id, f.created_at, f.revoked_at
    from booking.list_calendar_feeds(booking.caller_tenant_id(), booking.caller()) as f
$function$;

comment on function booking_v1.list_calendar_feeds() is
'The calendar addresses that the caller reaches, oldest first, without their secrets.

customer_id or resource_id: whose bookings one has. revoked_at: since when it is no address any more.
Raises not_authenticated, not_allowed.';
