create or replace function booking_v1.calendar(p_token text)
returns booking_v1."*/*" -- noqa: RF05
language sql
stable
as $function$
    select booking.calendar(booking.calendar_tenant_id(p_token), booking.caller(), p_token)
$function$;

comment on function booking_v1.calendar(text) is
'The bookings of a calendar address (RFC 5545), with nothing but its token: for calendar applications.

p_token: of create_calendar_feed. Bookings that start from 90 days ago on, cancelled ones as CANCELLED. UID is the same
for a booking''s life, SEQUENCE its version. A customer''s calendar names the service and who serves it; a resource''s
the service, and by the policy calendar_feed_shows_names (false) the customer''s name.
Raises not_found: no such token, or it was revoked.';
