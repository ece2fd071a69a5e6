create or replace function booking_v1.create_calendar_feed(
    p_customer_id uuid default null,
    p_resource_id uuid default null
)
returns table (feed_id uuid, token text, path text)
language sql
volatile
as $function$
    select f.feed_id, f.token, f.path
    from booking.create_calendar_feed(
        booking.caller_tenant_id(), booking.caller(), p_customer_id, p_resource_id
    ) as f
$function$;

comment on function booking_v1.create_calendar_feed(uuid, uuid) is
'A secret address at which calendar applications read the bookings of one customer or one resource.

p_customer_id: whose bookings; with p_resource_id null as well, the caller''s own. p_resource_id: the resource whose
bookings they are, instead. The token is shown this once; path is where this server has the calendar, and calendar()
gives it as well. Everybody who has the address can read it until revoke_calendar_feed.
Raises invalid_argument, not_found, not_authenticated.';
