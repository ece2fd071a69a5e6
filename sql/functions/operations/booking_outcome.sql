create or replace function booking.booking_outcome(p_operation_id uuid, p_booking booking.booking)
returns booking_v1.outcome
language sql
immutable
set search_path = pg_catalog, pg_temp
as $function$
    select
        p_operation_id,
        'completed',
        false,
        (p_booking).booking_id,
        (p_booking).status,
        (p_booking).version,
        (p_booking).starts_at,
        (p_booking).ends_at,
        (p_booking).resource_ids,
        null::uuid,
        null::timestamptz,
        (p_booking).price,
        (p_booking).currency,
        null,
        null,
        null::jsonb,
        null,
        200
$function$;

comment on function booking.booking_outcome(uuid, booking.booking) is 'The outcome of a completed command on a booking.';
