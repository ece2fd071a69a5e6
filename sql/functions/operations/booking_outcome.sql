create or replace function booking.booking_outcome(p_operation_id uuid, p_booking booking.booking)
returns booking_v1.outcome
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        p_operation_id,
        'completed'::text,
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
        null::text,
        null::text,
        null::jsonb,
        null::text,
        200,
        null::text
    );
end
$function$;

comment on function booking.booking_outcome(uuid, booking.booking) is
'The outcome of a completed command on a booking.';
