-- One name for the life of a booking, in a feed and in an invitation alike, so that a calendar that gets both shows
-- it once. Slugs and names of tenants may change, and so are no part of it.
create or replace function booking.calendar_uid(p_booking_id uuid)
returns text
language sql
immutable parallel safe
as $function$
    select p_booking_id || '@pgbooking'
$function$;

comment on function booking.calendar_uid(uuid) is 'The UID of a booking in calendars (RFC 5545, 3.8.4.7).';
