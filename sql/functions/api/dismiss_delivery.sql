create or replace function booking_v1.dismiss_delivery(p_delivery_id uuid)
returns void
language sql
volatile
as $function$
    select booking.dismiss_delivery(booking.caller_tenant_id(), booking.caller(), p_delivery_id)
$function$;

comment on function booking_v1.dismiss_delivery(uuid) is
'Is done with a delivery that was given up: it is dropped, and nobody is alerted to it any more.

It stays in the log, with the reason for which it was given up.
Raises invalid_transition unless it is dead, not_allowed, not_found, not_authenticated.';
