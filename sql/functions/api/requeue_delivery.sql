create or replace function booking_v1.requeue_delivery(p_delivery_id uuid)
returns void
language sql
volatile
as $function$
    select booking.requeue_delivery(booking.caller_tenant_id(), booking.caller(), p_delivery_id)
$function$;

comment on function booking_v1.requeue_delivery(uuid) is
'Has a delivery that was given up tried again, from its first attempt, at once.

The receiver sees the same key as before, so one that had it after all can drop it. What is no longer wanted
by then, such as a reminder of a booking that was cancelled, is dropped and not sent.
Raises invalid_transition unless it is dead, not_allowed, not_found, not_authenticated.';
