create or replace function booking_v1.list_calendar_feeds(
    p_customer_id uuid default null,
    p_resource_id uuid default null,
    p_limit integer default 1000,
    p_after uuid default null
)
returns table (
    feed_id uuid, customer_id uuid, resource_id uuid, created_at timestamptz, revoked_at timestamptz
)
language sql
stable
as $function$
    select f.feed_id, f.customer_id, f.resource_id, f.created_at, f.revoked_at
    from booking.list_calendar_feeds(
        booking.caller_tenant_id(), booking.caller(), p_customer_id, p_resource_id, p_limit, p_after
    ) as f
$function$;

comment on function booking_v1.list_calendar_feeds(uuid, uuid, integer, uuid) is
'The calendar addresses that the caller reaches, oldest first, without their secrets.

p_customer_id, p_resource_id: only those with bookings of that one; null: all of them.
revoked_at: since when it is no address any more.
p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last feed_id for the next page.
Raises invalid_argument, not_authenticated, not_allowed.';
