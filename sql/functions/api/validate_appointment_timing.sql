create or replace function booking_v1.validate_appointment_timing(
    p_service_id uuid,
    p_starts_at timestamptz,
    p_duration interval default null
)
returns table (code text, message text)
language sql
stable
as $function$
    select r.code, r.message
    from booking.validate_appointment_timing(
        booking.caller_tenant_id(), booking.caller(), p_service_id, p_starts_at, p_duration
    ) as r
$function$;

comment on function booking_v1.validate_appointment_timing(uuid, timestamptz, interval) is
'The rules of time that a start breaks, whether or not it is taken; no row: none.

Notice, advance limit, duration, slot grid, opening and working hours, holidays, time off, count limits. A
rule of resources counts only if it is broken for every resource of the service.
p_duration null: the service''s own. Raises invalid_argument, not_found, not_authenticated.';
