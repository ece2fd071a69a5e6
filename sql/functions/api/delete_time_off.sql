create or replace function booking_v1.delete_time_off(p_time_off_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_time_off(booking.caller_tenant_id(), booking.caller(), p_time_off_id)
$function$;

comment on function booking_v1.delete_time_off(uuid) is
'Deletes an absence.

Raises not_found, not_authenticated.';
