create or replace function booking_v1.delete_message_template(p_message_template_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_message_template(booking.caller_tenant_id(), booking.caller(), p_message_template_id)
$function$;

comment on function booking_v1.delete_message_template(uuid) is
'Deletes a template of the tenant; the engine''s own is used again.

Raises not_found, not_authenticated.';
