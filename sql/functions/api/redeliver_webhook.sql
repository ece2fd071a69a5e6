create or replace function booking_v1.redeliver_webhook(p_delivery_id uuid)
returns void
language sql
volatile
as $function$
    select booking.redeliver_webhook(booking.caller_tenant_id(), booking.caller(), p_delivery_id)
$function$;

comment on function booking_v1.redeliver_webhook(uuid) is
'Sends a message to its webhook once more, whether it was delivered, dropped or given up.

p_delivery_id: as list_webhook_deliveries says. The message has the same webhook-id and the same body.
One that is still queued is sent now. Raises not_found, not_allowed, not_authenticated.';
