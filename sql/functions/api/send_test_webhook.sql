create or replace function booking_v1.send_test_webhook(p_webhook_id uuid)
returns table (delivery_id uuid)
language sql
volatile
as $function$
    select booking.send_test_webhook(booking.caller_tenant_id(), booking.caller(), p_webhook_id)
$function$;

comment on function booking_v1.send_test_webhook(uuid) is
'Sends a message of the type webhook.test to a webhook; list_webhook_deliveries tells what came of it.

Raises not_found, not_allowed, not_authenticated.';
