create or replace function booking_v1.delete_weekly_hours(p_weekly_hours_id uuid)
returns void
language sql
volatile
as $function$
    select booking.delete_weekly_hours(
        booking.caller_tenant_id(), booking.caller(), p_weekly_hours_id
    )
$function$;

comment on function booking_v1.delete_weekly_hours(uuid) is
'Deletes weekly hours.

Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises not_found, not_authenticated.';
