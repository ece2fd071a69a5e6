create or replace function booking_v1.delete_holiday(p_holiday_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_holiday(booking.caller_tenant_id(), booking.caller(), p_holiday_id)
$function$;

comment on function booking_v1.delete_holiday(uuid) is
'Deletes a holiday.

Raises not_found, not_authenticated.';
