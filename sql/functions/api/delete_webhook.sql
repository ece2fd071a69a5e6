create or replace function booking_v1.delete_webhook(p_webhook_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_webhook(booking.caller_tenant_id(), booking.caller(), p_webhook_id)
$function$;

comment on function booking_v1.delete_webhook(uuid) is
'Deletes a webhook and the log of its deliveries; what is queued for it is dropped.

Raises not_found, not_allowed, not_authenticated.';
