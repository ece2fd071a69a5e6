create or replace function booking_v1.revoke_calendar_feed(p_feed_id uuid)
returns void
language sql
volatile
as $function$
    select booking.revoke_calendar_feed(booking.caller_tenant_id(), booking.caller(), p_feed_id)
$function$;

comment on function booking_v1.revoke_calendar_feed(uuid) is
'Ends a calendar address: whoever asks there from now on finds nothing. For good; again does no harm.

Raises not_found, not_authenticated.';
